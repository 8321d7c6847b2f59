# Review: the queue of doubtful suggestions, and suggestions hidden to measure.
aloud-both = { $first }. { $then }
batch-unread = { $count ->
    [one] { $count } article is not read yet.
   *[other] { $count } articles are not read yet.
}
command-review-queue = Review one by one
command-review-queue-help = Asks about doubtful suggestions one at a time, the least certain first, each in its sentence; again, goes back to the article.
command-review-sure = Accept all from a score on…
command-review-sure-help = Lists the suggestions of all articles from a score on, with ticks, to accept them in one step. The score can be changed there.
command-trial-begin = Hide suggestions in a tenth of the articles
command-trial-begin-help = Draws a tenth of the articles and shows no suggestions in them. Statistics then compare what is marked with suggestions and without.
command-trial-end = Show suggestions in all articles
command-trial-end-help = Ends the comparison: no suggestions are hidden any more.
event-trial-begin = hide suggestions in a tenth of the articles
    .done = Hid suggestions in a tenth of the articles
event-trial-end = show suggestions in all articles
    .done = Showed suggestions in all articles
queue-all = All articles
queue-ask = It is { $label }
queue-back = To the article
queue-decide = Answers
queue-done = No doubts left. { $done ->
    [one] { $done } article reviewed
   *[other] { $done } articles reviewed
}, { $left } to go
queue-edges = Wrong edges
queue-go-on = Go on
queue-here = This article
queue-label = Label
queue-label-any = Any label
queue-none = No doubts left. { $done ->
    [one] { $done } article reviewed
   *[other] { $done } articles reviewed
}, { $left } to go.
queue-none-here = No doubts left in this article.
queue-none-of = No doubts left about { $label }.
queue-order = { $articles ->
    [one] Least certain first, from { $articles } article
   *[other] Least certain first, from { $articles } articles
}
queue-place = { $n } of { $total } doubtful
queue-reading = { $count ->
    [one] { $count } article is still being read
   *[other] { $count } articles are still being read
}
queue-reject = Nothing to mark
queue-scope = What to go over
queue-show = Show in article
queue-skip = Skip for now
queue-skipped = { $count ->
    [one] Look at { $count } skipped
   *[other] Look at { $count } skipped
}
queue-something-else = It is something else
queue-sure = { $count ->
    [one] Accept { $count } at once…
   *[other] Accept { $count } at once…
}
queue-sure-counts = { $here } here, { $all } in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
queue-sure-from = { $percent }% or more: { $count }
queue-sure-threshold = Suggestions that are sure
queue-title = Review one by one
queue-whole = Look in all articles
queue-why = suggested, { $percent }%
sheet-hidden = Suggestions hidden here, to measure
trial-articles = Articles done
trial-begun = { $count ->
    [0] No article was drawn: suggestions were answered in all of them already. Articles that are added later may be.
    [one] Suggestions are hidden in { $count } article. Mark it by hand, say that it is done, and look at the statistics.
   *[other] Suggestions are hidden in { $count } articles. Mark them by hand, say that they are done, and look at the statistics.
}
trial-counted = Suggested
trial-density = Marks per 1,000 words
trial-ended = Suggestions are shown in all articles
trial-even = Nothing says that suggestions are accepted too readily.
trial-hidden = Hidden
trial-none = No article here has hidden suggestions. Hide them in a tenth of the articles to see whether suggestions are accepted too readily.
trial-note = A hidden suggestion is right if a mark has the very same words and label, a shown one if it was accepted as it was and stands. Nothing is learned from articles with hidden suggestions: it would make the comparison better than it is.
trial-precision = Right of suggested
trial-rates = Where suggestions were shown, { $accepted }% of those decided were accepted. Where they were hidden, { $right }% of them agree with a mark made by hand, and { $found }% of those marks would have been suggested.
trial-recall = Marks suggested
trial-right = Right
trial-shown = Shown
trial-suggestions = Suggestions
trial-title = With suggestions and without
trial-too-few = { $count ->
    [one] That is from { $count } hidden suggestion: too few to tell more.
   *[other] That is from { $count } hidden suggestions: too few to tell more.
}
trial-too-ready = More is accepted where suggestions are shown than people mark by themselves, and more than chance explains: suggestions may be accepted too readily.
trial-topic = Hidden
trial-waiting = { $count ->
    [one] { $count } article with hidden suggestions does not count yet: mark it by hand, then say that it is done.
   *[other] { $count } articles with hidden suggestions do not count yet: mark them by hand, then say that they are done.
}
