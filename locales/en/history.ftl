# The history: every step in words, going to any of them, the name and the time of who works.
command-history-return = Return in the history
command-history-return-help = Goes back to where the project was before you went to another step.
command-history-show = History
command-history-show-help = Shows every step in words, by whom and when; go to any of them and back.
duration-hours = { $hours } h { $minutes } min
duration-minutes = { $minutes } min
duration-seconds = { $seconds } s
history-ahead = { $count ->
    [one] { $count } step is taken back. The next change sets it aside: it stays in this list, nothing is lost.
   *[other] { $count } steps are taken back. The next change sets them aside: they stay in this list, nothing is lost.
}
history-all-kinds = All kinds
history-answers = Answers to suggestions
history-articles = Articles
history-batches = Many places at once
history-cut = What was done before cannot be gone to: its records were damaged.
history-everywhere = All articles
history-go = Go to this step
history-here = This article
history-kind = Kind of steps
history-list = Steps, the newest first
history-marks = Marks and relations
history-none = No steps like these.
history-place = Show the place
history-project = Labels and project
history-rule = Time is what passed between two steps, a pause counted as one minute at most.
history-scope = Steps in
history-somebody = Somebody else
history-start = The project as it began
history-step-ahead = taken back
history-step-aside = set aside
history-step-here = here
history-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
history-taken-back = { $count ->
    [one] { $count } step taken back
   *[other] { $count } steps taken back
}
history-time = { $time } in all
history-time-here = { $time } in this article
history-title = History
history-went-aside = Went to a step that had been set aside. What was here is set aside now, not lost.
history-went-back = { $count ->
    [one] Went back { $count } step. It is kept: what you do now sets it aside in the history.
   *[other] Went back { $count } steps. They are kept: what you do now sets them aside in the history.
}
history-went-on = { $count ->
    [one] Went forward { $count } step.
   *[other] Went forward { $count } steps.
}
history-you = You
name-ask = Your name, if you like, to be seen here and in saved files
name-keep = Keep
name-none = No name
setting-name = Your name
setting-name-hint = The history and saved files say whose work it is. Not required, and it stays in this browser otherwise.
