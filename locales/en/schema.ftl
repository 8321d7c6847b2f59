# Labels and all else that a schema defines.
preset-ace = ACE 2005 (7 labels, 6 relations)
preset-conll = CoNLL-2003 (4 labels)
preset-ontonotes = OntoNotes 5 (18 labels)
schema-bad-line = { $file }, line { $line }: { $cause } Nothing was taken from the file.
schema-deleted = Deleted: { $name }, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}, { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
}, in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
schema-from-file = the file { $file }
schema-key-none = A blank cannot be a label’s key.
schema-key-of-command = { $key } already means “{ $command }”. Choose another key, or give the command another one under Keys.
schema-key-of-label = { $key } is the key of { $label }. Choose another key, or take it from { $label } first.
schema-left-out = { $file }, line { $line }: left out: { $what }
schema-merged = { $name } is { $into } now: { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
schema-more-problems = { $count ->
    [one] { $count } more line was left out.
   *[other] { $count } more lines were left out.
}
schema-name-empty = A name cannot be empty. The old one stays.
schema-name-long = A name has up to { $limit } characters, on one line. The old one stays.
schema-name-taken = There is { $name } already. To make the two one, use “Merge”.
schema-no-argument = { $name } is missing.
schema-no-colon = there should be a colon in “{ $words }”.
schema-no-section = it stands before the first section, such as [entities].
schema-no-value = { $name } has no value.
schema-not-merged = { $name } and { $into } cannot become one: they do not take the same.
schema-nothing = No labels were found in { $file }. Nothing was changed.
schema-open-section = a section’s name ends with ].
schema-parent-loop = { $name } cannot be a kind of itself, nor of what is a kind of it.
schema-part-left-out = { $file }: the { $count ->
    [one] { $count } label
   *[other] { $count } labels
} of “{ $part }” were left out: they mark no words.
schema-saved = Labels saved: { $file }
schema-spacy-config = { $file } is a spaCy configuration, which holds no labels. They are in meta.json of a trained pipeline, or in labels/ner.json.
schema-taken = { $count ->
    [0] Taken. Nothing was new.
    [one] Taken: { $count } definition is new.
   *[other] Taken: { $count } definitions are new.
}
schema-twice = { $name } stands there twice.
schema-unknown-field = Not understood and left out: { $place }
schema-values-in-use = { $count ->
    [one] { $count } value
   *[other] { $count } different values
} of { $name } would not fit. Delete the attribute and define it anew, or leave it as it is.
xml-cut = a part of the XML does not end.
xml-entity = a & does not begin an entity such as &amp;.
xml-no-end = <{ $name }> is not closed.
xml-no-name = a name should stand there.
xml-no-value = { $name } needs a value in quotes.
xml-stray-end = </{ $name }> closes what is not open.
