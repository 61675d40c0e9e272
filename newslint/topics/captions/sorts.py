"""Sorts: things of which a picture shows one or another; a dog is no cat, and a mare no stallion."""

from __future__ import annotations

from functools import cache

from newslint.text.nouns import singular

# Between semicolons stands a sort, between bars one thing of it: which animal it is, and behind that of which sex. A word that
# means much else (seal, kid, gilt, organ, ring) isn't here, and by their sex none that both are called by (cow, duck, lion).
_SORTS = """
    dog puppy hound terrier spaniel labrador collie sheepdog greyhound retriever poodle | cat kitten tomcat moggy |
    horse pony mare stallion foal colt gelding racehorse carthorse | donkey mule | goat | sheep lamb
    ewe tup wether | cow heifer bullock calf cattle bull | pig piglet sow boar hog | hen chicken cockerel
    rooster | duck duckling drake | goose gosling | turkey | rabbit bunny hare | hamster | gerbil | ferret | tortoise
    | parrot | budgerigar budgie | canary | pigeon dove | owl | falcon hawk kestrel | eagle | swan | otter | fox vixen
    | badger | hedgehog | squirrel | deer stag doe fawn | wolf | tiger | lion lioness | elephant | giraffe |
    zebra | camel | llama alpaca | monkey chimpanzee | gorilla | snake python | lizard | frog | toad | whale | dolphin
    | shark;
    labrador retriever | collie sheepdog | spaniel | terrier | greyhound whippet | poodle | alsatian | beagle | dachshund |
    rottweiler | dalmatian | bulldog | husky;
    sow | boar; mare filly | stallion colt gelding; heifer | bull bullock; ewe | tup wether; hen |
    cockerel rooster; doe hind | stag;
    car saloon hatchback sedan | van minivan | pickup | lorry truck hgv | bus minibus | tram streetcar trolleybus |
    motorbike motorcycle moped | bicycle bike | tractor | ambulance | helicopter | plane aeroplane airplane
    airliner jet | ferry | yacht | trawler | canoe kayak | lifeboat;
    violin fiddle | cello | viola | guitar | banjo | mandolin | ukulele | harp | piano | accordion | melodeon
    concertina | flute | clarinet | oboe | bassoon | saxophone | trumpet | cornet | trombone | tuba | drum |
    xylophone | bagpipes | harmonica | hurdy-gurdy | harpsichord | lute | sitar | zither | dulcimer | piccolo;
    oak | beech | birch | elm | sycamore | chestnut | lime linden | willow | poplar | yew | cedar | larch | spruce |
    maple | hawthorn | rowan;
    wheat | barley | oats | rye | maize | beet | potato | rapeseed canola | soybean | rice | cotton | hay | turnip |
    cabbage | carrot | onion | pumpkin | leek | parsnip | cassava | yam | radish | courgette zucchini | cucumber | tomato |
    cauliflower | broccoli | beetroot | lettuce | celery;
    apple | pear | plum damson | cherry | apricot | peach nectarine | lemon | banana | mango | grape | strawberry | raspberry |
    quince | pineapple | melon watermelon;
    tulip | daffodil | poppy | sunflower | daisy | orchid | dahlia | snowdrop | bluebell | primrose | foxglove | lavender;
    cod | haddock | salmon | trout | herring | mackerel | eel | tuna | sturgeon | carp | halibut;
    hammer mallet | axe | spade shovel | rake | scythe sickle | pickaxe | chisel | trowel | pitchfork;
    garage | basement cellar | attic loft | kitchen | bathroom | bedroom | greenhouse conservatory;
    rifle shotgun | pistol revolver handgun | knife dagger | sword | hatchet | crossbow;
    crown tiara | brooch | bracelet bangle | necklace | earring | locket | medal
"""


@cache
def sorts() -> dict[str, dict[int, int]]:
    """Of each word in the singular, which sorts it is of and which thing of each."""
    found: dict[str, dict[int, int]] = {}
    for sort, row in enumerate(_SORTS.split(";")):
        for thing, alike in enumerate(row.split("|")):
            for word in alike.split():
                found.setdefault(singular(word), {})[sort] = thing
    return found
