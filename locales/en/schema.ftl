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
schema-group-in-use = { $count ->
    [one] { $count } article has
   *[other] { $count } articles have
} { $name } and another label of the group { $group }. Take one of the two off first; nothing was changed.
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
schema-add = Add
schema-added = New here ({ $count }):
schema-anchoring = Selections take
schema-anchoring-characters = letters
schema-anchoring-hint = Whole words: what is swept in part is marked as a whole.
schema-anchoring-tokens = whole words
schema-any-label = None ticked means any label.
schema-any-text = any text
schema-arriving = From { $source }
schema-attributes = Attributes
schema-choice = one of these
schema-choices = Choices, one a line
schema-choose-file = Read labels from a file…
schema-choose-labels = Choose other labels…
schema-color = Color
schema-color-hint = It is drawn darker or lighter where reading needs that.
schema-color-own = another color
schema-color-slot = Color { $count } of the palette
schema-delete = Delete…
schema-delete-ask = Delete { $name }?
schema-description = What it is for
schema-document-labels = Article labels
schema-do-delete = Delete
schema-do-merge = Merge
schema-down = Move down
schema-edit = Edit
schema-edit-labels = Edit…
schema-edit-named = Edit { $name }
schema-empty-hint = Articles are marked with the 18 labels of OntoNotes, or with labels of your own.
schema-files = Presets and files
schema-filter = Filter by name
schema-flag = yes or no
schema-from = May start from
schema-from-outside = Labels in files
schema-from-outside-hint = Read are: labels saved here, brat’s annotation.conf, a Label Studio configuration, meta.json of a spaCy pipeline, and any file of articles with marks. What it would do is shown before anything changes.
schema-group = Group
schema-group-hint = An article has one label at most of those with the same group. Leave it empty where any number may be given.
schema-hidden = Keep it behind “more”, out of the front of the palette
schema-is-hidden = behind “more”
schema-kept = Only here, in use, stay ({ $count }):
schema-key = Key
schema-kind-of = a kind of { $name }
schema-known = Here already ({ $count }):
schema-labels-with-it = Labels that have it
schema-marks = { $count ->
    [0] no marks
    [one] { $count } mark
   *[other] { $count } marks
}
schema-merge-ask = Merge { $name } into { $into }?
schema-merge-into = Merge into…
schema-name = Name
schema-new = Name of a new one
schema-none = Nothing here has that name.
schema-overlap = Marks that share words
schema-overlap-any = allowed
schema-overlap-hint = This holds from now on; marks that are there stay.
schema-overlap-nested = one inside the other
schema-overlap-none = not allowed
schema-parent = A kind of
schema-parent-none = nothing else
schema-parts = Parts of the schema
schema-presets = Presets
schema-relations = Relations
schema-rules = Rules
schema-split = Split…
schema-split-name = Name of the new label
schema-split-show = Choose its marks
schema-suggested = Suggestions of
schema-suggested-hint = Labels of the engine that are suggested as this one, such as PERSON, with commas between them.
schema-take-add = Add what is new
schema-take-replace = Replace all that is not in use
schema-takes = It takes
schema-title = Labels and schema
schema-to = May point to
schema-touches = It touches { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}, { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
}, { $decisions ->
    [one] { $decisions } answer to a suggestion
   *[other] { $decisions } answers to suggestions
} and { $labeled ->
    [one] the label of { $labeled } article
   *[other] the labels of { $labeled } articles
}, in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}. One undo takes it back.
schema-touches-nothing = Nothing uses it. One undo takes it back.
schema-unused = Only here, not in use ({ $count }):
schema-up = Move up
