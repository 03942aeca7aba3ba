"""What the comments of new files say, in the languages of the project; written for people, not by gettext.

Each text is a whole file, so that whoever changes it sees it as its reader will. ``{…}`` is filled in, and
``{{…}}`` stands for a brace.
"""

from __future__ import annotations

RECAP = {
    "fr": """---
title: {title}
slug: {slug}
date: {date}  # le jour de la publication, pas celui de la soirée
lang: fr
status: draft  # à retirer quand le texte est prêt : jusque-là, personne ne le voit
{event}
{authors}
{category}
# tags: [réseautage, café]
# summary: "Deux phrases pour les listes, les fils et les réseaux."
# cover: {{src: images/photo.jpg, alt: "Ce que montre la photo", credit: "Qui l’a prise"}}
---
Racontez ici la soirée : qui vous avez rencontré, ce qui s’est dit, ce que vous en gardez.
{cards}""",
    "en": """---
title: {title}
slug: {slug}
date: {date}  # the day of publication, not that of the evening
lang: en
status: draft  # take this line out when the text is ready: until then, nobody sees it
{event}
{authors}
{category}
# tags: [networking, coffee]
# summary: "Two sentences for lists, feeds and networks."
# cover: {{src: images/photo.jpg, alt: "What the photo shows", credit: "Who took it"}}
---
Tell the evening here: whom you met, what was said, what you keep of it.
{cards}""",
}
EVENT_LINE = {
    "fr": ("event: {id}", "# event: focus-20-2010  # le nom du fichier de la liste, sans .yml"),
    "en": ("event: {id}", "# event: focus-20-2010  # the name of the list's file, without .yml"),
}
"""With an event, and without one."""
CARDS = {
    "fr": """
<!-- @pseudo et [[Prénom Nom]] mènent à la fiche d’une personne de la liste.
La ligne suivante place les cartes. -->

[attendees]
""",
    "en": """
<!-- @handle and [[Full Name]] lead to the card of somebody in the list.
The next line places the cards. -->

[attendees]
""",
}
"""The end of a recap about an event."""
AUTHORS_LINE = ("authors: [{names}]", "# authors: [Marie Roy]")
CATEGORY_LINE = ("category: {name}", "# category: Soirées")

EVENT = {
    "fr": """# La liste d’une soirée : ses faits, puis qui était là. Le nom de ce fichier est son identifiant.
event:
  name: {name}
{start}
{end}
{place}
  # organizers: [luc-gendron]  # des identifiants de personnes, ou {{name: …, url: …}}
  # series: focus-20  # le même mot pour chaque édition
  # hashtag: focus20
  # url: https://…

# Un nom suffit : « - Anne Roy ». Tout le reste est facultatif.
# Une liste exportée d’une billetterie : event-recap import LISTE.csv --event {id}
attendees:
  # - Anne Roy
  # - {{name: Bruno Lune, role: speaker, org: Café Lune, note: "Ce que vous gardez de lui."}}
""",
    "en": """# The list of an evening: its facts, then who was there. The name of this file is its id.
event:
  name: {name}
{start}
{end}
{place}
  # organizers: [luc-gendron]  # ids of people, or {{name: …, url: …}}
  # series: focus-20  # the same word for each edition
  # hashtag: focus20
  # url: https://…

# A name is enough: "- Anne Roy". Everything else is optional.
# A list exported from a ticket shop: event-recap import LIST.csv --event {id}
attendees:
  # - Anne Roy
  # - {{name: Bruno Lune, role: speaker, org: Café Lune, note: "What you keep of him."}}
""",
}
START_LINE = ("  start: {value}", "  # start: 2010-02-02 18:00")
END_LINE = ("  end: {value}", "  # end: 21:00")
PLACE_LINE = {
    "fr": (
        "  location: {{name: {value}}}  # et locality, region, country",
        "  # location: {{name: Hôtel Le Dauphin, locality: Drummondville, country: CA}}",
    ),
    "en": (
        "  location: {{name: {value}}}  # and locality, region, country",
        "  # location: {{name: Hôtel Le Dauphin, locality: Drummondville, country: CA}}",
    ),
}

PERSON = {
    "fr": """# Ce qui reste vrai de cette personne, pour toutes les soirées. Une liste la désigne par : - {id}
name: {name}
{org}
{job}
{url}
# bio: >-
#   Quelques lignes, en Markdown.
# profiles: {{x: pseudo, mastodon: "@pseudo@serveur.example", linkedin: pseudo}}
# photo: {{src: images/people/{id}.jpg, alt: "{alt}, et ce que montre la photo"}}
# Ce qui est montré : public, name-only, initials, counted ou hidden ; et ce qui a été convenu.
# visibility: public
# consent: {{given: {date}, until: {until}, method: email, photo: true}}
""",
    "en": """# What stays true of this person, for every evening. A list names them by: - {id}
name: {name}
{org}
{job}
{url}
# bio: >-
#   A few lines, in Markdown.
# profiles: {{x: handle, mastodon: "@handle@server.example", linkedin: handle}}
# photo: {{src: images/people/{id}.jpg, alt: "{alt}, and what the photo shows"}}
# What is shown: public, name-only, initials, counted or hidden; and what was agreed.
# visibility: public
# consent: {{given: {date}, until: {until}, method: email, photo: true}}
""",
}
ORG_LINE = ("org: {value}", "# org: Café Lune")
JOB_LINE = {
    "fr": ("job_title: {value}", "# job_title: Torréfacteur"),
    "en": ("job_title: {value}", "# job_title: Roaster"),
}
URL_LINE = ("url: {value}", "# url: https://…")

IMPORTED = {
    "fr": """# Qui était là, d’après une liste importée : chacun est seulement compté,
# et personne n’est nommé sur le site.
# Ensuite : « event-recap ask {id} » écrit à chacun ce que montrerait chaque niveau,
# et « event-recap answer PERSONNE public » note la réponse.
#
# Les faits de la soirée, à compléter en retirant le # :
# event:
#   name: Focus 20
#   start: 2010-02-02 18:00
#   end: 21:00
#   location: {{name: Hôtel Le Dauphin, locality: Drummondville, country: CA}}
attendees:
""",
    "en": """# Who was there, as an imported list says: everybody is only counted,
# and nobody is named on the site.
# Next: "event-recap ask {id}" writes to each of them what every level would show,
# and "event-recap answer PERSON public" records what they say.
#
# The facts of the evening; fill them in, and take the # away:
# event:
#   name: Focus 20
#   start: 2010-02-02 18:00
#   end: 21:00
#   location: {{name: Hôtel Le Dauphin, locality: Drummondville, country: CA}}
attendees:
""",
}
"""The head of a list that an import makes."""


def pick_language(lang: str) -> str:
    """Return the language of the comments for a site's language: French, else English.

    >>> pick_language("fr-CA"), pick_language("de")
    ('fr', 'en')
    """
    return "fr" if lang.partition("-")[0].partition("_")[0].casefold() == "fr" else "en"
