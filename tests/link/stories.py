"""Short stories of our own: one dispatch, and what others make of it."""

DISPATCH = """\
Negotiators from Arden and Velmark agreed on Tuesday to reopen the Kessel bridge to lorries after a closure of nine \
months, the Ardenian transport ministry said.

Customs officers of both countries will share one post on the northern bank, and drivers will no longer queue at two \
separate barriers, the ministry added.

"The bridge belongs to the people who cross it, and we are giving it back to them," minister Ilse Brandt told a \
crowd in the harbour town of Kessel.

Velmark had shut the crossing in January when a dispute over fishing permits led to scuffles between trawler crews \
and the coastguard.

Shipping firms put their losses at forty million crowns, most of it for perishable goods that had to be sent \
around the gulf by sea.

Brandt is due in the Velmark capital next week to discuss the permits, which neither government has been willing \
to renew since the spring.
"""

EDITED = """\
KESSEL (Reuters) - Negotiators for Arden and Velmark have agreed to reopen the Kessel bridge to lorries after a \
closure of nine months, the Ardenian transport ministry announced.

Customs officers of both countries are to share a single post on the northern bank, and drivers will not have to \
queue at two separate barriers any more, the ministry added.

Velmark shut the crossing in January after a dispute over fishing permits had led to scuffles between trawler crews \
and the coastguard.

Shipping companies put their losses at forty million crowns, most of it for perishable goods that were sent \
around the gulf by sea.
"""

EXCERPT = """\
Customs officers of both countries will share one post on the northern bank, and drivers will no longer queue at two \
separate barriers, the ministry added.

Velmark had shut the crossing in January when a dispute over fishing permits led to scuffles between trawler crews \
and the coastguard.
"""

OTHER_MATTER = """\
Heavy snow closed three passes in the Torvik mountains overnight and left a dozen villages without electricity, \
rescue services reported.

Crews with tracked vehicles brought blankets and diesel to two old people's homes, while the railway cancelled all \
trains west of Halden until noon.

Meteorologists expect the cold to last until the weekend and have warned walkers of avalanches on southern slopes.

Schools in the valley stay shut, and the county asked employers to let staff work from home wherever that is possible.
"""

REWRITE = """\
Lorries can soon cross from Arden to Velmark again. Negotiators from the two countries agreed on Tuesday to reopen \
the Kessel bridge after a closure of nine months, Reuters reported.

Hauliers in our own port cheered the news, and Jon Maar, who runs eleven trucks, said his drivers had slept in their \
cabs all summer and would be home for supper at last.

The town council hopes that cafes near the ramp will open once more before winter, and it wants new lamps along \
the quay for the drivers who arrive by night.
"""

# Two reporters heard the same minister; what they write around her words is their own.
QUOTED_A = """\
Ilse Brandt drew loud applause in Kessel, where hundreds had waited in the rain since dawn. \
"The bridge belongs to the people who cross it, and we are giving it back to them after nine long months," she said.

A brass band played, and children handed her a model of the span made of driftwood. Fishermen stood apart, arms \
folded, beside their idle boats.
"""
QUOTED_B = """\
Economists doubted whether trade would recover soon, despite the minister's confident tone on the quay yesterday. \
"The bridge belongs to the people who cross it, and we are giving it back to them after nine long months," Brandt declared.

Insurers have doubled premiums for the route, said Karl Osten of the Maritime Institute, and three hauliers have \
already filed for bankruptcy.
"""

# Another day's news with the same dateline and the same paragraph of background.
BACKGROUND = (
    "\n\nVelmark had shut the crossing in January when a dispute over fishing permits led to scuffles between trawler "
    "crews and the coastguard.\n"
)
DAY_ONE = (
    "KESSEL, Arden (Reuters) - Dockers in the harbour of Kessel went on strike for higher wages on Monday and blocked "
    "the fuel depot with forklift trucks.\n\nTheir union wants a rise of six per cent and a shorter night shift, and "
    "has called a vote of all its members for Thursday afternoon."
    "\n\nPolice looked on from the customs house while managers phoned the arbitration board in the capital."
    + BACKGROUND
)
DAY_TWO = (
    "KESSEL, Arden (Reuters) - A court in Kessel fined two trawler captains on Friday for ramming a patrol boat with "
    "eleven people on board.\n\nThe judge said that it was pure luck that nobody drowned, and ordered one of the "
    "ships to be sold.\n\nBoth men will appeal, their lawyer Greta Hahn told journalists outside the building."
    + BACKGROUND
)

# A form that is filled in anew each day.
BULLETIN_A = """\
The Ardenian crown closed at 4.81 to the dollar on Monday, up 0.6 percent from the day before. The Kessel index of \
leading shares gained 31 points to end at 2,204, while Brenn crude for delivery in March traded at 61.20 a barrel. \
Turnover on the exchange reached 310 million crowns, brokers reported.
"""
BULLETIN_B = """\
The Ardenian crown closed at 4.69 to the dollar on Wednesday, down 1.4 percent from the day before. The Kessel index of \
leading shares gained 12 points to end at 2,251, while Brenn crude for delivery in April traded at 58.75 a barrel. \
Turnover on the exchange reached 275 million crowns, brokers reported.
"""

# The same, in reports so short that the background is most of them.
SHORT_ONE = (
    "KESSEL, Arden - The fishing ministers of both countries will meet in Kessel on Thursday to talk about permits, a "
    "spokesman said.\n\nIt is their first meeting since autumn." + BACKGROUND
)
SHORT_TWO = (
    "KESSEL, Arden - The coastguard accused a Velmark skipper of cutting nets off the northern bank late on Tuesday "
    "night.\n\nNobody was hurt, it said." + BACKGROUND
)
