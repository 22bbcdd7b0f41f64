"""Words to fill the wordings with: as many different ones as in a newspaper, so that no cache of words is flattered."""

from __future__ import annotations

GOODS = (
    "barley tin timber wool salt cotton copper rice coffee cement glass leather rubber sugar tea cocoa steel "
    "nickel zinc lead gravel slate marble maize wheat rye oats olives citrus almonds hazelnuts lentils chickpeas "
    "sesame soap paint varnish paper cardboard ink rope canvas linen silk velvet denim lace porcelain bricks "
    "tiles plaster asphalt diesel paraffin charcoal firewood peat manganese lithium graphite helium ammonia "
    "vinegar honey butter cheese yoghurt herring mackerel shrimp mussels oysters trout salmon venison poultry "
    "lamb pork sausages noodles biscuits pastries marmalade mustard pepper saffron vanilla cinnamon tobacco hops "
    "malt cider perry brandy bicycles tractors looms turbines bearings valves pumps lathes boilers antennas "
    "batteries cables lenses microscopes pianos violins clocks"
).split()
PLACES = (
    "library harbour museum station orchard brewery cathedral school hospital theatre market bridge quarry "
    "lighthouse mill tannery foundry shipyard vineyard nursery archive cinema stadium airfield monastery "
    "warehouse dairy bakery laboratory observatory cannery sawmill depot courthouse barracks greenhouse aquarium "
    "zoo arboretum cemetery canal reservoir tunnel viaduct pier marina ferry terminal abattoir granary smithy "
    "windmill allotment playground clinic pharmacy kiosk arcade promenade boulevard embankment allotments chapel "
    "synagogue mosque temple gallery workshop"
).split()
TRADES = (
    "bakers tanners weavers miners pilots nurses teachers farmers fishermen printers plumbers masons carpenters "
    "joiners sailors dockers welders electricians surveyors librarians curators gardeners foresters shepherds "
    "beekeepers butchers brewers coopers tailors cobblers jewellers engravers dentists midwives vets pharmacists "
    "chemists geologists astronomers botanists historians translators interpreters clerks auditors bankers "
    "brokers grocers florists barbers waiters cooks porters drivers cyclists runners swimmers rowers climbers "
    "fencers archers wrestlers violinists cellists drummers dancers actors painters sculptors poets novelists "
    "critics editors photographers cartoonists veterans pensioners"
).split()
QUALITIES = (
    "narrow wide steep quiet noisy rusty ancient modern crowded empty damp dry frozen dusty muddy stony wooden "
    "brick painted restored abandoned popular costly cheap modest splendid shabby elegant gloomy bright draughty "
    "spacious cramped remote coastal alpine northern southern eastern western rural suburban municipal regional "
    "private public temporary permanent seasonal weekly monthly annual rival former future experimental "
    "traditional fashionable obscure famous beloved disputed flooded scorched sheltered windswept terraced "
    "cobbled vaulted domed circular square triangular hollow fragile sturdy portable floating underground disused "
    "refurbished oversized makeshift unheated soundproof solar"
).split()
DEEDS = (
    "repaired painted sold rented measured photographed catalogued inspected insured moved enlarged closed "
    "reopened rebuilt cleaned lit heated drained fenced roofed widened lengthened shortened dismantled polished "
    "auctioned donated exhibited described mapped excavated dredged paved planted pruned harvested watered weeded "
    "felled replanted counted weighed sorted packed shipped unloaded stored stolen recovered returned copied "
    "printed bound translated recorded broadcast filmed rehearsed performed postponed cancelled advertised "
    "praised criticised mocked defended studied taught"
).split()
MANNERS = (
    "slowly quickly quietly proudly reluctantly cheerfully patiently hastily carefully clumsily secretly openly "
    "jointly separately repeatedly rarely briefly gradually suddenly unexpectedly finally partly entirely barely "
    "thoroughly neatly stubbornly politely bluntly anonymously generously grudgingly punctually belatedly "
    "solemnly eagerly wearily calmly"
).split()
ROLES = (
    "mayor headmaster warden curator foreman stationmaster harbourmaster treasurer spokeswoman architect engineer "
    "captain coach conductor bishop surgeon professor lecturer ranger inspector coroner magistrate publisher "
    "landlord innkeeper chairwoman deputy archivist meteorologist economist biologist statistician caretaker "
    "manager organiser volunteer"
).split()
GROUPS = (
    "council committee parish club orchestra choir union bank insurer brewery railway university faculty "
    "newspaper broadcaster publisher charity cooperative ministry agency regulator court parliament senate "
    "federation league festival consortium supermarket airline shipyard hospital fire-brigade coastguard "
    "observatory foundation institute"
).split()
TOPICS = (
    "tariffs wages pensions rents taxes fares fees subsidies budgets elections inflation unemployment immigration "
    "housing drought floods forest-fires earthquakes landslides noise traffic parking cycling ferries railways "
    "airports schools exams vaccinations hospitals dentistry nutrition obesity football rugby chess cricket "
    "athletics rowing opera ballet poetry cinema jazz architecture archaeology astronomy botany geology genetics "
    "robotics software broadband telephones"
).split()
FIRST_NAMES = (
    "Ada Bruno Clara Daniel Edith Farid Greta Hugo Ines Jonas Karim Lena Marta Nils Olga Pavel Rosa Stefan Teresa "
    "Ulrich Vera Walter Yusuf Zora Amina Boris Cecilia Dmitri Elena Felix Gloria Hassan Irene Julia Kofi Laila "
    "Mateo Nadia Oscar Petra Rafael Samira Tomas Ursula Viktor Wanda Xenia Yara Zoltan Agnes Bela Carmen Dora "
    "Emil Fatima Georg Hilda Ivan"
).split()
SURNAME_BEGINNINGS = (
    "Al Bar Cor Dal Ek Far Gar Hol Ing Jan Kal Lor Mar Nor Ost Pel Quin Ros Sal Tor Ul Van Wes Yar Zan Ber Cal "
    "Del Fal Gor Hal Kor Lan Mol Nel Or Pal Ral Sol Tan Val Wal Zel Bren Cran Dren Fen Gran Hen Kren Len Men"
).split()
SURNAME_MIDDLES = "a e i o u an en in on ar er ir or as es is os eb ob um el il".split()
SURNAME_ENDINGS = (
    "berg ville stad ton ner sen mann ski dal man ford well ger lund nova rez dez quist beck hart lin ris mont "
    "field more wick ley ham land strom vik"
).split()
TOWN_ENDINGS = (
    "bury ford haven mouth stead holm thorpe worth minster bridge pool gate cliff wood dale hurst combe brook "
    "shore marsh heath moor ness firth"
).split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
