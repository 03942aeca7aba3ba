"""The telling words of a text: without accents, endings and the words that every text has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SHORTEST = 3
"""Letters of a word that may tell something."""

_FRENCH = """
ainsi alors apres assez aucun aucune aujourd aupres aussi autre autres avaient avais avait avant
avec avez avoir avons ayant beaucoup bien bon bonne car cela celle celles celui cependant certain
certains ces cet cette ceux chacun chaque chez comme comment dans deja depuis dernier derniere des
deux devant dire dit dix donc dont elle elles encore entre est etaient etais etait etant ete etes
etre eux faire fait fallait faut fois font hier hui ici ils jamais jour jusque lequel les leur leurs
lors lorsque lui mais mal meme memes mes mettre mieux mis moi moins mon nos notre nous ont par parce
parfois parle partir pas pendant pense personne peu peut peuvent plus plusieurs pour pourquoi
pourtant premier premiere pres presque puis quand quatre que quel quelle quelqu quelque quelques qui
quoi quoique reste rien sans sauf selon sera serait ses seulement soi soir soit son sont sous
souvent suis sur tant tel telle tellement temps tes toi ton toujours tous tout toute toutes tres
trois trop une vers veut voici voila voir vos votre vous vraiment
"""

_ENGLISH = """
about above after again all almost already also always and another any anyone are around because
been before being below between both but came can come could did does doing done down during each
either else enough even every everyone few first for from get going gone good got had has have
having her here hers him his how however into its just knew know last least left less let like long
look lot made make many may maybe might more most much must never new next nobody nor not nothing
now off often old once one only onto other others our out over own people perhaps put quite rather
really said same saw say says see seem seen several shall she should since some somebody someone
something still such take than that the their them then there these they thing things think this
those though three through thus time today told too took two under until upon very want was way well
went were what when where whether which while who whom whose why will with within without would yes
yet you your
"""

STOP_WORDS = frozenset([*_FRENCH.split(), *_ENGLISH.split()])
"""Words of three letters and more, without accents, that say nothing of what a text is about."""

_ACCENT = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


def count_words(text: str) -> Counter[str]:
    """Return how often each telling word stands in a plain text.

    >>> count_words("Les Fêtes d’hiver, la fête ; the SUMMERS")
    Counter({'fete': 2, 'hiver': 1, 'summer': 1})
    """
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))
    counts: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(plain)).items():
        if word not in STOP_WORDS:
            counts[_cut_plural(word)] += count
    return counts


def _cut_plural(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST and word[-1] in "sx" and word[-2] != "s" else word
