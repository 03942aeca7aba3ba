"""The words that public lists of people and events use, folded, and the field's own word for each."""

from __future__ import annotations

from ..model.comment import CommentKind, CommentsState, CommentStatus
from ..model.event import CoverageType, EventStatus, Role
from ..model.profile import NETWORKS
from .vocabulary import Vocabulary

_NAMES = {
    "name": "fullname displayname realname nom",
    "first_name": "firstname givenname prenom",
    "last_name": "lastname surname last familyname",
}
_PARTS = {"first_name": "name", "last_name": "name"}
_FACTS = {
    "org": "company organisation organization institution employer affiliation entreprise societe",
    "job_title": "title job position positiontitle jobposition poste fonction",
    "url": "website site siteweb web link homepage blog profile uri",
    "photo": "image avatar picture img photourl imageurl thumbnail thumbnailurl imagesrc portrait",
    "visibility": "visible privacy visibilite",
    "profiles": "social socials links networks accounts socialmedia profils",
}
_NETWORKS = {
    "x": "twitter twitterhandle twitterusername twitterurl screenname",
    "mastodon": "mastodonhandle mastodonurl fediverse",
    "bluesky": "bsky blueskyhandle",
    "linkedin": "linkedinurl linkedinhandle",
    "github": "githubusername githubhandle githubpage githuburl gh",
    "gitlab": "gitlabusername",
    "facebook": "facebookurl fb",
    "instagram": "instagramhandle insta",
    "youtube": "youtubeurl youtubechannel",
}
_FOLLOW_UP = "followup followups todo suivi relance"
_FLAT_NETWORKS = {
    f"profiles.{network}": f"{'' if network == 'website' else network} {_NETWORKS.get(network, '')}"
    for network in NETWORKS
}

PROFILES = Vocabulary("profiles", tuple(NETWORKS), {**_NETWORKS, "website": "web site homepage blog www"})
PROFILE_ENTRY = Vocabulary(
    "a profile",
    ("name", "link"),
    {"name": "network type icon title site platform", "link": "url href profile address handle"},
)
ATTENDEE = Vocabulary(
    "an attendee",
    (
        *("id", "name", "handle", "role", "org", "job_title", "url", "profiles", "photo", "note"),
        *("group", "known_since", "met_with", "visibility", "consent", "follow_up"),
    ),
    {
        **_NAMES,
        **_FACTS,
        **_FLAT_NETWORKS,
        "id": "slug key permalink identifier identifiant",
        "handle": "nick nickname pseudo username",
        "role": "roles",
        "note": "notes bio biography description desc about abstract info comment remarque",
        "group": "groupe section category",
        "known_since": "knownsince since",
        "met_with": "met metwith",
        "follow_up": _FOLLOW_UP,
    },
    _PARTS,
    has_private=True,
)
PERSON = Vocabulary(
    "a person",
    (
        *("id", "name", "handle", "bio", "org", "job_title", "url", "profiles", "photo"),
        *("visibility", "consent", "aliases", "moved_from", "follow_up"),
    ),
    {
        **_NAMES,
        **_FACTS,
        **_FLAT_NETWORKS,
        "handle": "nick nickname pseudo username",
        "bio": "biography biographie description desc about abstract info",
        "aliases": "alias alsoknownas otherids",
        "moved_from": "movedfrom formerids redirects",
        "follow_up": _FOLLOW_UP,
    },
    _PARTS,
    has_private=True,
)
EVENT = Vocabulary(
    "an event",
    (
        *("name", "start", "end", "timezone", "status", "previous_start", "location", "organizers"),
        *("series", "edition", "hashtag", "url", "offers", "coverage", "cover", "moved_from"),
    ),
    {
        "name": "title nom titre",
        "start": "date startdate starts startsat begin dtstart debut when",
        "end": "enddate ends endsat dtend finish fin",
        "timezone": "tz zone",
        "status": "eventstatus statut",
        "previous_start": "previousstartdate previousdate",
        "location": "venue place lieu where",
        "organizers": "organizer organisers organiser organizedby organisateurs organisateur hosts",
        "series": "serie",
        "hashtag": "tag twitterhashtag motdiese",
        "url": "website site siteweb link homepage",
        "offers": "offer offres tickets ticket billets billetterie admission",
        "coverage": "media links resources",
        "cover": "image picture photo banner",
        "moved_from": "movedfrom formerids redirects",
    },
    has_private=True,
)
LOCATION = Vocabulary(
    "a location",
    ("name", "locality", "region", "country", "latitude", "longitude", "url"),
    {
        "name": "venue title nom",
        "locality": "city town ville",
        "region": "state province",
        "country": "pays countrycode",
        "latitude": "lat",
        "longitude": "lon lng long",
        "url": "website site link map",
    },
)
ORGANIZER = Vocabulary(
    "an organiser", ("id", "name", "url"), {"name": "nom", "url": "website site link homepage"}
)
OFFER = Vocabulary(
    "an offer",
    ("name", "price", "currency", "availability", "url", "valid_from"),
    {
        "name": "title nom titre",
        "price": "prix cost amount montant",
        "currency": "pricecurrency devise",
        "availability": "status disponibilite",
        "url": "link href",
    },
)
COVERAGE = Vocabulary(
    "a piece of coverage",
    ("type", "title", "url"),
    {"type": "kind", "title": "name titre", "url": "link href"},
)
PICTURE = Vocabulary(
    "a picture",
    ("src", "alt", "caption", "credit", "license", "people"),
    {
        "src": "path file image url source",
        "alt": "alttext description",
        "caption": "legend",
        "credit": "author copyright photographer by",
        "license": "licence rights",
    },
)
PICTURE_FILE = Vocabulary(
    "a picture",
    PICTURE.keys[1:],
    {key: spellings for key, spellings in PICTURE.spellings.items() if key != "src"},
)
SITTER = Vocabulary("somebody on a picture", ("id", "region"))
CONSENT = Vocabulary("a consent", ("given", "until", "method", "photo", "index", "graph"))
FOLLOW_UP = Vocabulary(
    "a private note",
    ("person", "do", "by", "done"),
    {
        "person": "id who personne qui",
        "do": f"{_FOLLOW_UP} task note what faire",
        "by": "due before avant",
        "done": "fait",
    },
)
LIST_FILE = Vocabulary(
    "a list",
    ("event", "attendees"),
    {"event": "evenement", "attendees": "people participants participantes persons personnes"},
    has_private=True,
)
GUEST = Vocabulary(
    "a guest",
    ("name", "role", "org", "url"),
    {
        **_NAMES,
        "role": "title jobtitle",
        "org": _FACTS["org"],
        "url": "website site link homepage blog",
    },
    _PARTS,
    has_private=True,
)
COMMENT = Vocabulary(
    "a comment",
    ("author", "date", "text", "kind", "in_reply_to", "source", "lang", "status", "id"),
    {
        "author": "from by auteur autrice de",
        "date": "published when publie",
        "text": "content comment message body texte commentaire",
        "kind": "type property",
        "in_reply_to": "replyto parent",
        "source": "url link",
        "lang": "language langue",
        "status": "moderation statut",
    },
    has_private=True,
)
COMMENTER = Vocabulary(
    "the author of a comment",
    ("name", "person", "url", "profiles", "visibility", "consent"),
    {
        **_NAMES,
        "person": "id",
        "url": "website site siteweb web link homepage blog",
        "profiles": _FACTS["profiles"],
        "visibility": _FACTS["visibility"],
    },
    _PARTS,
    has_private=True,
)
QUOTED_POST = Vocabulary(
    "a quoted post",
    ("author", "network", "date", "text", "url", "archive_url", "lang"),
    {
        "author": "auteur by from",
        "network": "platform site reseau",
        "date": "published created createdat datetime",
        "text": "content body texte tweet status message",
        "url": "link permalink source href",
        "archive_url": "archive archived archivelink wayback copy",
        "lang": "language langue",
    },
)
QUOTED_AUTHOR = Vocabulary(
    "the author of a quoted post",
    ("name", "handle", "person", "url", "profiles", "visibility", "consent"),
    {
        **_NAMES,
        "handle": "nick nickname pseudo username screenname",
        "person": "id",
        "url": "website siteweb web link homepage blog",
        "profiles": _FACTS["profiles"],
        "visibility": _FACTS["visibility"],
    },
    _PARTS,
    has_private=True,
)
SHARE = Vocabulary(
    "a share block",
    ("text", "texts", "via", "hashtags", "networks"),
    {"hashtags": "hashtag tags", "networks": "network"},
)

ROLES = {
    Role.ATTENDEE: "participant participante guest visitor invite invitee",
    Role.SPEAKER: (
        "presenter orator orateur oratrice conferencier conferenciere keynote keynotespeaker "
        "panelist panelliste intervenant intervenante lecturer"
    ),
    Role.ORGANIZER: "organiser coorganizer coorganiser organisateur organisatrice organizers",
    Role.HOST: "hostess hote hotesse moderator animateur animatrice mc emcee facilitator",
    Role.SPONSOR: "partner commanditaire partenaire mecene",
    Role.VOLUNTEER: "benevole staff helper crew",
    Role.PRESS: "journalist journaliste media presse reporter",
}
STATUSES = {
    EventStatus.SCHEDULED: "confirmed planned upcoming tentative prevu",
    EventStatus.HELD: "past done over completed passe",
    EventStatus.CANCELLED: "canceled annule",
    EventStatus.POSTPONED: "reporte",
    EventStatus.RESCHEDULED: "moved",
    EventStatus.MOVED_ONLINE: "online virtual enligne",
}
COVERAGE_TYPES = {
    CoverageType.VIDEO: "videos recording stream youtube film",
    CoverageType.SLIDES: "slide deck slideshow presentation diapos",
    CoverageType.PHOTOS: "photo pictures images album gallery",
    CoverageType.WRITE_UP: "article blog post blogpost report recap compterendu review",
    CoverageType.TRANSCRIPT: "transcription captions",
    CoverageType.CODE: "repo repository source github",
    CoverageType.PRESS: "news presse newspaper",
}
COMMENT_KINDS = {
    CommentKind.REPLY: "comment answer inreplyto commentaire reponse",
    CommentKind.MENTION: "link mentionof lien",
    CommentKind.LIKE: "likes likeof favorite favourite jaime",
    CommentKind.REPOST: "reposts repostof share boost partage",
    CommentKind.BOOKMARK: "bookmarks bookmarkof signet",
}
COMMENT_STATUSES = {
    CommentStatus.PUBLISHED: "approved accepted publie",
    CommentStatus.PENDING: "waiting moderated enattente",
    CommentStatus.REJECTED: "spam refused refuse",
}
COMMENTS_STATES = {
    CommentsState.OPEN: "on yes true oui ouvert ouverts",
    CommentsState.CLOSED: "close ferme fermes",
    CommentsState.OFF: "no false none non",
}
YES = frozenset({"true", "yes", "oui", "on", "1"})
NO = frozenset({"false", "no", "non", "off", "0"})
