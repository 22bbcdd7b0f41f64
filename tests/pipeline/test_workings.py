from treatycheck.claims.view import View
from treatycheck.model import Document
from treatycheck.pipeline import extract

TEXT = "The INF Treaty was signed in 1987. It banned missiles. The treaty ended in 2019."


def test_what_is_asked_of_a_sentence_is_worked_out_once_for_each_thing_it_is_asked_about() -> None:
    view, asked = extract(Document(TEXT)).views[-1], []

    def letters(view: View, index: int) -> int:
        asked.append(index)
        return len(view.words[index])

    assert [view.once(letters, index) for index in (0, 1, 0, 1)] == [3, 6, 3, 6]
    assert asked == [0, 1]


def test_what_was_worked_out_of_a_sentence_is_kept_no_longer_than_it_is_asked_for() -> None:
    *earlier, last = extract(Document(TEXT)).views
    assert [len(view.workings) for view in earlier] == [0, 0]
    assert last.workings


def test_a_sentence_knows_what_it_says_as_a_set() -> None:
    view = extract(Document(TEXT)).views[0]
    assert view.said == set(view.words)
