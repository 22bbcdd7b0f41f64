// An article to try the page with: two of its dates are wrong.

export const PUBLISHED = "2021-02-07";

export const TEXT = `Treaties that outlive their makers

It was the most applauded signature of the decade. On 8 December 1988 Ronald Reagan and Mikhail Gorbachev signed the INF Treaty in the East Room of the White House, to the sound of cameras and a proverb about trust. It entered into force on 1 June 1988, and within three years the two sides had destroyed 2,692 missiles.

The pact did not grow old. The United States announced its withdrawal in February 2019, and six months later, on 2 August, the treaty came to its end.

That left New START. It was signed in Prague on 8 April 2010, limits each side to 1,550 deployed warheads and would have expired this week. Four days ago Washington and Moscow extended it until 2026.

Away from missiles the record is better than its reputation. The Montreal Protocol, agreed in 1987, has been joined by every country in the world. The Kyoto Protocol was adopted in December 1997 and entered into force in 2005. The Ottawa Treaty, which bans anti-personnel mines, was opened for signature in 1997; the convention entered into force on 1 March 2001.

Others wait. The Comprehensive Nuclear-Test-Ban Treaty was opened for signature in 1996 and has yet to enter into force. The Treaty on the Prohibition of Nuclear Weapons did better: it entered into force on 22 January 2021. Negotiations on the Arms Trade Treaty began in March 2003. Norway ratified it in February 2014, and South Sudan may follow.

“Treaties are like bridges,” said a retired negotiator who signed none. “People notice them when they are gone.”
`;
