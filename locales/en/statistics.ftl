# Statistics: the dialog, its tables and pictures, and what the command line prints of them.
statistics-accept-rate = Accepted of decided
statistics-accepted = Accepted
statistics-all = All
statistics-answers = Answers to suggestions
statistics-article = Article
statistics-at-least = At least
statistics-at-most = At most
statistics-at-once = { $count ->
    [one] { $count } mark was made or answered together with others and has no time of its own.
   *[other] { $count } marks were made or answered several at once and have no time of their own.
}
statistics-band = { $from } to { $to }
statistics-bounds-note = “Right” is the part that was accepted as it was. Its true value lies between the last two numbers 95 times of 100. A suggestion with the score 0.90 should be right nine times of ten: then its point is on the diagonal.
statistics-by-article = By article
statistics-characters = Characters
statistics-characters-lower = Characters, lower quartile
statistics-characters-median = Characters, median
statistics-characters-most = Characters, longest
statistics-characters-upper = Characters, upper quartile
statistics-chart-bars = Bars, one a label. The table has the numbers.
statistics-chart-histogram = Columns: how many of each size. { $unit }. The table sums them up.
statistics-chart-reliability = A curve: the part of suggestions that was right, over their scores. The table has the numbers.
statistics-confirmed = Confirmed
statistics-copied = { $name }: the table is copied as CSV.
statistics-copy = Copy as CSV
statistics-copy-failed = The browser did not let the table be copied. Save it as a file instead.
statistics-corrected = Corrected
statistics-decided = Decided
statistics-done = Done
statistics-in-articles = In articles
statistics-label = Label
statistics-labels = Labels
statistics-lengths = Lengths
statistics-lower-seconds = Lower quartile, seconds
statistics-marks = Marks
statistics-marks-an-article = Marks an article
statistics-mean-score = Mean score
statistics-median-seconds = Median, seconds
statistics-minutes = In all, minutes
statistics-moved = Edges moved
statistics-no-history = A file does not say when its marks were made, so there is no time here.
statistics-nothing = Nothing to count here yet. Mark words, or answer a suggestion.
statistics-progress = Progress
statistics-rate-note = What counts is what stands now. A skipped suggestion is not decided and is in no rate.
statistics-rejected = Rejected
statistics-relabeled = Relabeled
statistics-reviewed = Reviewed
statistics-right = Right
statistics-save = Save as CSV
statistics-score = Score
statistics-scores = Scores and what came of them
statistics-seconds-a-mark = Seconds a mark
statistics-skipped = Skipped
statistics-suggested = Suggested
statistics-suggestions = Suggestions
statistics-time = Time
statistics-time-by-article = Time a mark, by article
statistics-time-by-label = Time a mark, by label
statistics-time-note = { $count ->
    [0] The time of a mark is what passed since the step before, over all steps about it. A pause counts as { $limit } seconds; there was none.
    [one] The time of a mark is what passed since the step before, over all steps about it. A pause counts as { $limit } seconds: { $count } step came after one.
   *[other] The time of a mark is what passed since the step before, over all steps about it. A pause counts as { $limit } seconds: { $count } steps came after one.
}
statistics-timed = Marks timed
statistics-title = Statistics
statistics-topics = What to show
statistics-upper-seconds = Upper quartile, seconds
statistics-words = Words
statistics-words-a-mark = Words a mark
statistics-words-an-article = Words an article
statistics-words-lower = Words, lower quartile
statistics-words-median = Words, median
statistics-words-most = Words, longest
statistics-words-upper = Words, upper quartile
statistics-yes = yes
statistics-added = Added by hand
statistics-corrections = Corrections by kind
statistics-corrections-note = What counts is what stands now. Of a suggestion that was made into a mark with another label and other edges, both count; Removed are marks that stood and do not any more; a file does not tell these from rejected ones. Added by hand is what nothing suggested.
statistics-elsewhere = Everything else: other articles, several at once, labels
statistics-mean-seconds = Mean, seconds
statistics-removed = Removed
statistics-steps = Steps
statistics-work = Time of all work, by article
statistics-work-note = The time of a step is what passed since the one before it. A pause counts as { $limit } seconds at most. Steps that were taken back or set aside count as well.
