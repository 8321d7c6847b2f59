# What the export dialog and the command line say of a format, and what one cannot hold.
format-jsonl = JSON Lines
format-jsonl-help = One line an article: its text and its marks, for programs.
format-native = Apostil project
format-native-help = Everything: texts, marks, decisions, what was reviewed, labels. Apostil opens it again.
format-text = Plain text
format-text-help = The words alone.
loss-decisions = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
loss-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
loss-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
loss-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
loss-relations = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
}
loss-reviewed = { $count ->
    [one] { $count } reviewed range
   *[other] { $count } reviewed ranges
}
