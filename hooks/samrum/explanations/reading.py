"""What can be wrong with a file before anybody asks what it says."""

from __future__ import annotations

from samrum.explanations.example import pair

SENTENCES = {
    "address-taken": "A hand-written page does not stand where a page of records does.",
    "bidi-character": "No sign in a record turns the direction of the text around it.",
    "blank-left": "No blank of a drafted record is left to fill in.",
    "complex-key": "A field's name is a text, not a list or a group of fields.",
    "control-character": "No sign in a record is invisible.",
    "duplicate-key": "A field stands once in its group.",
    "empty-key": "A field has a name before its colon.",
    "merge-key": "Fields are written out, not taken in from elsewhere with <<.",
    "not-a-mapping": "A file holds one record: fields with a name, a colon and a value.",
    "not-utf8": "A file is saved as UTF-8.",
    "several-documents": "A file holds one record only.",
    "sign-heap": "No hundred accents or signs stand in a row.",
    "symbolic-link": "A record is a file of its own and no link to another one.",
    "too-deep": "Lists and fields are nested at most 20 levels deep.",
    "too-large": "A record is at most 1 MB large.",
    "unknown-folder": "A record stands in the folder of its kind.",
    "wrong-ending": "A record's file ends in .yml.",
    "yaml-alias": "A value is written out where it is needed, not referred to with *.",
    "yaml-anchor": "No value is named for reuse with &.",
    "yaml-directive": "No line begins with %.",
    "yaml-syntax": "A record follows the rules of YAML: indentation, colons, dashes and quotes.",
    "yaml-tag": "No value is given a type with !.",
}

EXAMPLES = {
    "bidi-character": pair(
        "# matters/ett-arende.yml\ntitle: Ärendet om \u202eslånup",
        "# matters/ett-arende.yml\ntitle: Ärendet om punåls",
    ),
    "blank-left": pair(
        "# matters/ett-arende.yml\ntitle: FYLL I",
        "# matters/ett-arende.yml\ntitle: Skolskjuts på landsbygden",
    ),
    "complex-key": pair(
        "# matters/ett-arende.yml\n[title]: Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "control-character": pair(
        "# matters/ett-arende.yml\ntitle: Skol\u200bskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "duplicate-key": pair(
        "# matters/ett-arende.yml\ntitle: Skolskjuts\ntitle: Skolskjuts på landsbygden",
        "# matters/ett-arende.yml\ntitle: Skolskjuts på landsbygden",
    ),
    "empty-key": pair(
        "# matters/ett-arende.yml\n'': Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "merge-key": pair(
        "# matters/ett-arende.yml\n<<: {title: Skolskjuts}",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "not-a-mapping": pair(
        "# matters/ett-arende.yml (whole)\nSkolskjuts på landsbygden",
        "# matters/ett-arende.yml\ntitle: Skolskjuts på landsbygden",
    ),
    "not-utf8": pair(
        "# matters/ett-arende.yml (windows-1252)\ntitle: Förskolans lokaler",
        "# matters/ett-arende.yml (utf-8)\ntitle: Förskolans lokaler",
    ),
    "several-documents": pair(
        "# matters/ett-arende.yml\ntitle: Skolskjuts\n---\ntitle: Förskolan",
        "# matters/ett-arende.yml\ntitle: Skolskjuts\n# matters/forskolan.yml\ntitle: Förskolan",
    ),
    "sign-heap": pair(
        f"# matters/ett-arende.yml\ntitle: Viktigt {'★' * 100}",
        "# matters/ett-arende.yml\ntitle: Viktigt ★",
    ),
    "symbolic-link": pair(
        "# matters/ett-arende.yml -> ../../skolskjuts.yml",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "too-deep": pair(
        f"# matters/ett-arende.yml\ntopics: {'[' * 20}Skolskjuts{']' * 20}",
        "# matters/ett-arende.yml\ntopics: [Skolskjuts]",
    ),
    "too-large": pair(
        f"# matters/ett-arende.yml\nsummary: {'Ärendet prövas på nytt. ' * 50_000}",
        "# matters/ett-arende.yml\nsummary: Ärendet prövas på nytt.",
    ),
    "unknown-folder": pair(
        "# arenden/ett-arende.yml (whole)\ntitle: Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "wrong-ending": pair(
        "# matters/ett-arende.yaml\ntitle: Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "yaml-alias": pair(
        "# matters/ett-arende.yml\ntitle: *skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "yaml-anchor": pair(
        "# matters/ett-arende.yml\ntitle: &skolskjuts Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "yaml-directive": pair(
        "# matters/ett-arende.yml\n%YAML 1.2\n---\ntitle: Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "yaml-syntax": pair(
        "# matters/ett-arende.yml\ntitle: Skolskjuts: vad gäller?",
        "# matters/ett-arende.yml\ntitle: 'Skolskjuts: vad gäller?'",
    ),
    "yaml-tag": pair(
        "# matters/ett-arende.yml\ntitle: !viktigt Skolskjuts",
        "# matters/ett-arende.yml\ntitle: '!viktigt Skolskjuts'",
    ),
}
