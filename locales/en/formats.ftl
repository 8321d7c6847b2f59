# What the export dialog and the command line say of a format, and what one cannot hold.
format-csv = Table
format-csv-help = CSV or TSV: one row an article, its other columns kept.
format-html = Web page
format-html-help = Its words, paragraph by paragraph, with title, author and date.
format-json = JSON records
format-json-help = A list of records of another program, their other fields kept.
format-jsonl = JSON Lines
format-jsonl-help = One line an article: its text and its marks, for programs.
format-markdown = Markdown
format-markdown-help = Its words as they are written, markup included.
format-native = Apostil project
format-native-help = Everything: texts, marks, decisions, what was reviewed, labels. Apostil opens it again.
format-text = Plain text
format-text-help = The words alone.
loss-article-labels = { $count ->
    [one] { $count } article label
   *[other] { $count } article labels
}
loss-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
loss-attributes = { $count ->
    [one] { $count } attribute
   *[other] { $count } attributes
}
loss-decisions = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
loss-definitions = { $count ->
    [one] { $count } label definition
   *[other] { $count } label definitions
}
loss-ids = { $count ->
    [one] { $count } article id
   *[other] { $count } article ids
}
loss-languages = { $count ->
    [one] { $count } language of an article
   *[other] { $count } languages of articles
}
loss-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
loss-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
loss-meta = { $count ->
    [one] { $count } field of another program
   *[other] { $count } fields of other programs
}
loss-names = { $count ->
    [one] { $count } name of an article
   *[other] { $count } names of articles
}
loss-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
loss-provenance = { $count ->
    [one] { $count } origin of a mark
   *[other] { $count } origins of marks
}
loss-relations = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
}
loss-reviewed = { $count ->
    [one] { $count } reviewed range
   *[other] { $count } reviewed ranges
}
loss-status = { $count ->
    [one] { $count } article’s status
   *[other] { $count } articles’ status
}
loss-suggestions = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
loss-tracks = { $count ->
    [one] { $count } other author’s work
   *[other] { $count } other authors’ work
}
thing-article-labels = Labels of articles
thing-articles = Articles
thing-attributes = Attributes
thing-decisions = Decisions on suggestions
thing-definitions = Definitions of labels
thing-ids = Ids of articles
thing-languages = Languages
thing-links = Links
thing-marks = Marks
thing-meta = Fields of other programs
thing-names = Names of articles
thing-notes = Notes
thing-provenance = Origins of marks
thing-relations = Relations
thing-reviewed = Reviewed ranges
thing-status = Status of articles
thing-suggestions = Open suggestions
thing-tracks = Work of several authors
