"""What a page shows around a text, and a copy of the page takes along: menus, links to share, counts."""

from __future__ import annotations

import re
import unicodedata

_COUNT = r"(?:\d{1,5}|un|une|one|no|aucun|pas de|z[eé]ro)"
_TALK = r"(?:commentaires?|comments?|r[eé]ponses?|responses?|r[eé]actions?|replies|reply|avis|trackbacks?)"
_WRITE = r"(?:laisse[rz]?|[eé]cri(?:re|vez)|ajoute[rz]?|poste[rz]?|publie[rz]?|envoye[rz]?)"
_FIRST = r"(?:appeared first on|est apparu en premier sur)"
_FORMS = {
    "a menu": (
        r"s[eé]lectionne[rz]? (?:une|la) page|select (?:a )?page",
        r"menu(?: principal)?|main menu|toggle navigation|navigation(?: principale)?",
        r"(?:ouvrir|fermer|afficher|open|close|show) (?:le |the )?menu",
        r"(?:aller|passer) au contenu(?: principal)?|skip to (?:main )?content|skip links",
        r"fil d'ariane|vous [eê]tes ici\s*:?.{0,60}",
    ),
    "a link to share the page": (
        r"tweete[rz]?(?: (?:l'article|cet article|ce billet|ceci|this))?|tweet(?: this)?",
        r"partage[rz]?(?: (?:sur|cet article|ce billet|l'article|cette page|ceci|avec|via).{0,40})?",
        r"share(?: (?:this|on|with|via|it).{0,40})?|(?:partager|share)\s*:",
        r"j'aime(?: ceci)?|like(?: this)?|recommander|[eé]pingle[rz]?|pin it|wordpress:",
        r"(?:cliquez pour|click to) .{0,60}",
        r"envoyer (?:par (?:e-?mail|courriel)|[aà] un ami).{0,20}|(?:e-?mail|blog|print|bookmark) this!?",
        r"imprimer(?: cet article)?",
    ),
    "a place to comment": (
        rf"(?:{_COUNT} )?{_TALK}\s*:?",
        rf"{_WRITE} (?:un|votre|vos|des|enregistrer un) commentaires?.{{0,30}}",
        r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply).{0,30}",
        r"(?:les )?commentaires (?:sont )?ferm[eé]s\.?|comments (?:are|off)\b.{0,40}",
        r"(?:se connecter|connectez-vous|log ?in) (?:pour|to) .{0,40}|annuler la r[eé]ponse|cancel reply",
        r"(?:s'abonner [aà]|inscription [aà])\s*:? ?(?:publier )?(?:des|les)? ?commentaires.{0,20}",
        r"subscribe to\s*:? ?post comments.{0,20}",
    ),
    "a way around the page": (
        r"(?:back|return) to (?:the )?top(?: button)?|[↑▲⇧^]+",
        r"(?:retour|revenir) (?:en haut|au d[eé]but|au sommet)(?: de (?:la )?page)?|haut de (?:la )?page",
        r"(?:article|billet|message|post) (?:pr[eé]c[eé]dent|suivant).{0,120}",
        r"(?:previous|next|older|newer) (?:post|article|entry|entries|posts)\b.{0,120}",
        r"(?:message|article)s? plus (?:r[eé]cent|ancien)s?",
        r"(?:←|<<) ?.{0,120}|.{0,120}(?:→|>>)",
        r"close|fermer|(?:lire|voir) (?:la suite|plus)(?: …|\.\.\.)?|(?:continue reading|read more)\b.{0,80}",
        r"permalink|permalien|lien permanent|retour [aà] (?:l'accueil|la liste).{0,30}",
    ),
    "a line that a feed adds": (
        rf"(?:the post|l'article|cet article|le billet) .{{1,300}} {_FIRST} .{{1,200}}",
        r"(?:filed under|class[eé] dans)\s*:? *",
    ),
}
"""Forms of whole lines, without capitals and with straight apostrophes."""
_PATTERNS = {why: re.compile("|".join(forms), re.IGNORECASE) for why, forms in _FORMS.items()}
_RELATED = re.compile(
    r"(?:articles?|billets?|posts?|lectures?)"
    r" (?:similaires?|connexes?|li[eé]s?|associ[eé]s?|relati(?:f|ve)s?|r[eé]cents?)\s*:?"
    r"|(?:related|similar|recent|popular) (?:posts?|articles?|stories|reading)\s*:?"
    r"|(?:you (?:may|might) also (?:like|enjoy)|[aà] lire (?:aussi|[eé]galement)|d'autres articles"
    r"|vous aimerez (?:aussi|peut-[eê]tre)|(?:sur|dans) l[ea] m[eê]me (?:sujet|rubrique))\b.{0,30}",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?!0)(?:\d{1,5}|une?|one)"
    r" (?:commentaires?|comments?|r[eé]ponses?|responses?|replies|r[eé]flexions|thoughts)\b.{0,150}\s*:?"
    r"|(?:commentaires|comments|vos commentaires|r[eé]actions)\s*:?",
    re.IGNORECASE,
)
_MENU_WORDS = frozenset(
    """accueil home blogue blog contact contacts apropos about aboutus services nosservices portfolio equipe
    team archives recherche rechercher search suivant precedent next previous connexion login inscription
    register newsletter infolettre facebook twitter x linkedin instagram youtube pinterest google+ rss flux
    whatsapp mastodon bluesky email courriel imprimer print facebooktwitterlinkedin plus more en fr english
    francais boutique shop faq presse press mentionslegales privacypolicy politiquedeconfidentialite
    plandusite sitemap""".split()  # noqa: SIM905 -- words read better as a text
)
"""Words that alone on a line, at the top or the end of a page, are its menu; without accents and spaces."""
LONGEST = 400
"""Characters of such a line."""


def find_leftover(line: str) -> str:
    """Return what of a page a line is, wherever it stands; empty for a line of the text.

    >>> find_leftover("Tweeter l’article"), find_leftover("Un commentaire juste")
    ('a link to share the page', '')
    """
    plain = _straighten(line)
    if not plain or len(plain) > LONGEST:
        return ""
    return next((why for why, pattern in _PATTERNS.items() if pattern.fullmatch(plain)), "")


def find_menu_word(line: str) -> str:
    """Return what a line is that at an edge of a page is none of its text; empty for others.

    >>> find_menu_word("Accueil | À propos | Contact"), find_menu_word("Accueil des bénévoles")
    ('a menu', '')
    """
    words = re.split(r"\s*[|·•»>/]\s*|\t+|\s{3,}", _straighten(line))
    folded = [_fold(word) for word in words if _fold(word)]
    return "a menu" if folded and all(word in _MENU_WORDS for word in folded) else ""


def opens_other_posts(line: str) -> bool:
    """Tell whether after a line, up to the end, other posts are listed."""
    return bool(_RELATED.fullmatch(_straighten(line)))


def opens_comments(line: str) -> bool:
    """Tell whether after a line, up to the end, readers comment."""
    return bool(_COMMENTS.fullmatch(_straighten(line)))


def _straighten(line: str) -> str:
    """Return a line with straight apostrophes and single spaces; empty where it is far too long."""
    return " ".join(line.replace("’", "'").split()) if len(line) < 10 * LONGEST else ""


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[^a-z0-9+]", "", plain)
