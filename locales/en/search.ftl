expression-backward = Character { $at }: the end of this range comes before its start
expression-escape = Character { $at }: the backslash means nothing here; write two of them for the sign itself
expression-group-end = Character { $at }: this parenthesis closes nothing; write \) for the sign itself
expression-group-open = Character { $at }: this parenthesis is never closed; write \( for the sign itself
expression-kind = Character { $at }: this kind of character is not known; after \p stands L for letters, Lu for capitals, Ll for small letters or N for numbers
expression-not-offered = Character { $at }: looking around, back to a group, and options inside are not offered
expression-nothing-to-repeat = Character { $at }: there is nothing before this to repeat
expression-set-open = Character { $at }: this bracket is never closed; write \[ for the sign itself
expression-too-large = The expression is too long, or repeats too often
search-accept = Accept suggestions
search-choose-change = Choose first what to do with the hits
search-counts = { $count ->
    [0] No hits
    [one] { $count } hit in { $articles } article
   *[other] { $count } hits in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
}
search-cut = { $count ->
    [one] In { $count } article the expression took too long, and the rest of it was left out.
   *[other] In { $count } articles the expression took too long, and the rest of them was left out.
}
search-do = What to do with the hits
search-doubts = Suggestions below 70%
search-expression = Regular expression
search-field = Search
search-from = Score from
search-hit = Hit { $n } of { $count }
search-hit-round = Hit { $n } of { $count }, round the end
search-label = Label as { $label }
search-look = Only look
search-most = These are the first { $count }.
search-nearest = Nearest: { $words }, { $count }
search-nearest-looking = Looking for what comes nearest…
search-no-hit = No hit to go to
search-no-mark = No mark fits.
search-no-pattern = The expression fits nowhere.
search-no-words = No article has “{ $words }”.
search-no-words-here = This article does not have “{ $words }”.
search-pattern-capitals = two words with capitals
search-pattern-day = day and month, in Spanish
search-pattern-quoted = words in quotes
search-pattern-start = the first word of each line
search-progress = { $done } of { $total } articles searched
search-remove = Remove marks, reject suggestions
search-stop = Stop
search-stopped = Stopped: { $done } of { $total } articles searched
search-teach = Write words in the field: “bogota” also finds “Bogotá”.
search-teach-marks = Marks are found by label, by whom, by score, by their notes:
search-teach-patterns = Regular expressions find what has the same form:
search-title = Search
search-to = to
search-who = By whom
search-who-anyone = Anyone
search-who-engine = Suggested
search-who-file = A file
search-who-named = { $name }
search-who-person = You
search-who-unnamed = Someone else
search-within = Where
search-within-marks = In marks
search-within-remarks = In notes and links
search-within-text = In texts
