"""The words that say what a name is of: street, river, school, committee. Two of one class are mixed up, and make two things."""

from __future__ import annotations

from functools import lru_cache

from newslint.startup.expressions import compiled
from newslint.text.lexicon import folded, is_word
from newslint.text.vocabulary import wordlist

PLACE, BODY, WORK = "place", "body", "work"

# Each class with what its names are of.
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (sort, wordlist(words))
    for sort, _, words in (
        line.partition(": ")
        for line in """\
place: street road avenue lane drive way boulevard court place terrace crescent close row square highway parkway
    freeway alley mews walk route turnpike expressway motorway gardens grove yard wharf quay parade esplanade
    rise wynd passage arcade promenade drove
    circle trail track path bridleway byway pike approach circus gate
place: river creek lake pond reservoir bay harbour harbor sound narrows strait channel canal inlet lagoon cove
    haven brook stream beck burn spring falls marsh swamp loch firth estuary basin dam weir gulf sea ocean deep
    deeps shallows reef bank shoal delta pool mere tarn water waters port pier dock docks marina jetty anchorage
    gully gulley ghyll run
    lough
place: hill hills mountain mountains mount ridge peak heights bluff cliff valley canyon gulch gorge hollow pass gap
    moor heath down downs fell dale vale plain plains mesa butte crag tor knoll glen ravine range summit head
    gully gulley ghyll strath
    point cape peninsula island isle islands isles beach bar spit sands flat flats bottom bottoms rock rocks
place: park common green garden gardens reserve domain forest woods grove preserve sanctuary playground meadow
    meadows fields field farm ranch plantation orchard vineyard cemetery churchyard zoo grounds ground
    copse spinney thicket arboretum
    recreation commons plaza mall
place: town city village county parish township borough district ward province state territory region municipality
    precinct quarter neighbourhood neighborhood estate settlement hamlet suburb division constituency colony
    kingdom republic emirate prefecture shire riding canton
place: hollow falls forks springs grove heights junction crossing landing mills center corners ferry bluffs rapids
    prairie hill hills beach bay harbor view side end park cross ford bridge green lake valley nook
place: bridge tunnel viaduct crossing ferry ford overpass underpass flyover interchange junction station terminal
    airport airfield depot stop roundabout causeway aqueduct lock line
body: committee commission council board panel cabinet inquiry tribunal authority agency administration department
    ministry office bureau directorate secretariat service services court inspectorate executive ombudsman
    parliament assembly congress senate
body: trust foundation fund federation charity society association organization institute institution union
    alliance coalition league collective cooperative co-operative partnership network group forum club guild
    friends campaign movement project initiative program appeal action brotherhood fellowship order
    confederation consortium conference convention party front lobby watch aid relief rescue chamber growers producers breeders
body: committee forum group panel assembly alliance coalition association voice
body: players amateurs thespians operatic dramatic
body: company corporation limited plc llc holdings industries enterprises group partners associates ventures
    capital systems solutions technologies technology international global brothers sons bank insurance energy
    electric power gas oil petroleum water mining steel motors motor airlines airways air airline foods media
    press publishing pictures studios entertainment records communications telecom networks software labs
    laboratories pharmaceuticals pharma biotech therapeutics devices instruments medical health healthcare care
    nutrition ingredients dairy dairies creameries creamery farms foods brands beverages brewing breweries brewers bakeries
    packaging plastics paper timber textiles fashion apparel toys travel tours cruises hotels resorts leisure gaming casinos
    homes housing developments properties estates builders construction materials chemicals logistics transport
    shipping lines stores store markets strategies strategy consulting analytics research securities investments
    financial finance mutual trading products manufacturing works mills robotics aerospace
    retail wholesale renewables contracting contractors books assurance advisory advisers advisors surveyors architects haulage
    freight couriers coaches buses ferries railways marine maritime offshore drilling minerals metals alloys aggregates quarries
    cement concrete ceramics potteries castings foundry joinery solar wind hydro nuclear utilities broadband
    productions films seafood seafoods fisheries meats poultry grain milling feeds seeds wines
    distillers distillery distilling spirits bakery chocolates confectionery provisions waterworks recycling waste environmental lettings rentals leasing
    hire auctions auctioneers recruitment staffing training learning optics optical sensing imaging genomics sciences biosciences
    diagnostics dental pharmacy furniture interiors carpets
body: school college university academy institute seminary nursery kindergarten polytechnic conservatory campus
    elementary primary middle high secondary junior senior preparatory grammar infants intermediate schools
body: laboratory laboratories lab observatory institute station facility
body: department faculty school institute college division
place: mine pit colliery quarry shaft plant
place: line railway railroad tramway
body: hospital clinic infirmary hospice surgery sanatorium hospitals centre center medical health general memorial institute
    regional community royal wellbeing
body: police sheriff constabulary fire rescue ambulance patrol guard coastguard army navy force forces corps
    brigade regiment battalion squadron marines militia infantry cavalry artillery division
body: times post herald tribune gazette chronicle journal star sun mirror mail telegraph observer standard echo
    courier express news press record dispatch examiner register monitor review weekly daily bulletin argus
    annals archives proceedings transactions advertiser sentinel globe leader independent citizen reporter inquirer enquirer magazine radio television
body: orchestra philharmonic symphony sinfonia sinfonietta ensemble players consort choir chorale chorus singers voices
    quartet quintet octet trio band philharmonia choristers
body: church chapel cathedral abbey priory minster temple mosque synagogue shrine monastery convent diocese
    archdiocese mission ministries congregation parish tabernacle
place: hall house centre center building tower towers theatre theater cinema museum gallery library stadium arena
    ground gardens palace castle lodge manor hotel inn tavern arms pub bar cafe restaurant grill diner kitchen
    bistro market mill factory plant prison jail court courthouse barracks fort pavilion auditorium playhouse
    opera studio shop stores rooms baths pool gym hut barn cottage villa apartments mansion memorial monument
    brewery dairy foundry forge smithy granary vicarage rectory schoolhouse tannery stables maltings laundry
    cathedral warehouse works club exchange rink bowl park field dome coliseum oval speedway racecourse velodrome
work: prize award awards medal cup trophy shield plate bowl championship championships open masters tournament
    games league series final classic derby stakes marathon race festival fair show carnival parade biennale
    fete gala feast fiesta pageant regatta jamboree
    fellowship scholarship premiership grand
work: act bill law treaty agreement accord protocol convention charter amendment code plan strategy scheme deal
    pact directive order statute ordinance resolution report review inquiry survey study index register list
    measure proposition initiative project program programme operation framework declaration
work: storm hurricane cyclone typhoon
work: book diary story tale song symphony concerto sonata suite quartet opera play novel poem album letters
    journal chronicles memoirs ledger saga ballad hymn requiem
body: united city town rovers rangers wanderers athletic county albion wednesday hotspur villa harriers harlequins
    saints tigers lions bears eagles hawks falcons giants royals wolves panthers warriors knights pirates sharks
    dolphins bulls rams colts broncos titans cardinals crusaders cavaliers raiders chiefs braves
    owls wildcats bulldogs spartans trojans rockets stars kings gaels emmets sarsfields shamrocks harps celtic thistle
    academical academicals argyle orient alexandra villagers victoria vale mariners comets hornets jets hurricanes flames
    flyers blades rebels mustangs cougars cobras vikings pioneers bears badgers beavers foxes stags rhinos scorpions
    stallions gladiators monarchs dukes barons lancers blazers
""".replace("\n    ", " ").splitlines()
    )
)
# Words that are told apart on purpose: of two of these in one place of a name both are as a rule right.
OPPOSITES = tuple(
    map(
        wordlist,
        """\
north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central mid
upper lower nether over inner outer middle
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
one two three four five six seven eight nine ten i ii iii iv v vi vii viii ix x
new old great little big small
men women mens womens boys girls ladies gentlemen
primary secondary elementary middle high infant infants nursery grammar
junior senior
adult adults youth youths
spring summer autumn fall winter
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
red blue green white black yellow orange purple gold silver bronze
home foreign internal external national international federal state local regional
republican democratic republicans democrats conservative labour liberal
vice deputy assistant associate acting former chief
am pm
house senate commons lords
""".splitlines(),
    )
)
# What names of villages and towns end in, where English, Dutch, German or the old languages of Britain are spoken.
PLACE_ENDINGS = tuple(
    "beck brook bridge bury borough by bourne burn bank baai bay berg burg burgh cliff combe cot cote cott croft dale den don dean "
    "dorf dorp fell field fields fold fontein ford forth garth gate gill grove ham hampton haugh haven head heim hill holm holme hope "
    "hurst hythe keld kirk kloof lea leigh ley low lund march mere minster moor mouth muir ness over pool port ridge rigg rivier royd "
    "scale shaw ship side sea stad stead sted stein stoke stone stow stowe strand street thorpe thwaite toft tarn ton town vale valley vlei veld ville "
    "water waite well wich wick wold wood worth wyke".split()
)
_CLASS_OF: dict[str, int] = {}
for _number, (_, _words) in enumerate(_CLASSES):
    for _word in _words:
        _CLASS_OF[_word] = _CLASS_OF.get(_word, 0) | 1 << _number
_SORT_OF = {
    sort: sum(1 << number for number, (of, _) in enumerate(_CLASSES) if of == sort) for sort in (PLACE, BODY, WORK)
}
_SIDES: dict[str, int] = {}
for _number, _words in enumerate(OPPOSITES):
    for _word in _words:
        _SIDES[_word] = _SIDES.get(_word, 0) | 1 << _number

# Short forms of the words above, and of those that names are written short with.
_SHORT = {
    "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "ln": "lane", "hwy": "highway",
    "pkwy": "parkway", "sq": "square", "corp": "corporation", "inc": "incorporated", "co": "company", "ltd": "limited",
    "dept": "department", "assn": "association", "assoc": "association", "univ": "university", "mt": "mount",
    "ft": "fort", "govt": "government", "intl": "international", "natl": "national", "bros": "brothers", "cty": "county",
    "no": "number", "&": "and", "hs": "high",
}  # fmt: skip
# What every word has in whose ending the varieties of English differ, and these endings as one.
VARYING = compiled(r"is[eia]|our|re|ence|mme")
VARIED_ENDINGS = (
    (compiled(r"is(e|es|ed|ing|ation|ations)\b"), r"iz\1"),
    (compiled(r"our(s?)\b"), r"or\1"),
    (compiled(r"(cent|theat|met|lit|fib)re(s?)\b"), r"\1er\2"),
    (compiled(r"(def|off|lic)ence\b"), r"\1ense"),
    (compiled(r"programme(s?)\b"), r"program\1"),
)


@lru_cache(maxsize=16384)
def normal(word: str) -> str:
    """A word of a name as it's compared: folded, in one variety of English, without a possessive, short forms in full."""
    word = folded(word).removesuffix("'s").strip(".,'")
    word = _SHORT.get(word, word)
    for pattern, one in VARIED_ENDINGS if VARYING.search(word) else ():
        varied = pattern.sub(one, word)
        if varied != word and is_word(varied):  # organize, but no rize
            return varied
    return word


@lru_cache(maxsize=16384)
def classes(word: str) -> int:
    """The classes that a folded word, or its singular, is of: a bit each."""
    return _CLASS_OF.get(word, 0) or _CLASS_OF.get(word.removesuffix("s"), 0)


def sort_of(of_classes: int) -> str:
    """What names of these classes are of: the sort that most of them have, or "" for none."""
    counted = [((of_classes & bits).bit_count(), sort) for sort, bits in _SORT_OF.items()]
    most, sort = max(counted, key=lambda pair: pair[0])
    return sort if most else ""


@lru_cache(maxsize=16384)
def sides(word: str) -> int:
    """The rows of opposites that a folded word stands in: a bit each."""
    return _SIDES.get(word, 0)
