# Settings, keys of one's own, guidelines, print, the width of panels.
aloud-setting = { $name }: { $value }
aloud-text-size = Text size: { $size }
guidelines-describe = Describe it in your own words
guidelines-description = What { $label } is for
guidelines-filter = Filter labels and examples
guidelines-labels = The labels
guidelines-no-match = No label has these words. Clear the filter.
guidelines-own = What this project has agreed on
guidelines-own-hint = Nothing written yet. Write here what the labels alone do not say.
guidelines-saved = Written down as part of the project; undo takes it back.
guidelines-title = Guidelines
key-needed-by-browser = Browsers use it themselves.
key-needed-by-system = Systems and screen readers use it themselves.
key-needed-for-menus = With Alt, letters open menus or write other signs.
key-needed-for-signs = Some keyboards need it to write signs such as @, [ or #.
keys-change = Change the key: { $command }, { $keys }
keys-filter = Filter commands and keys
keys-held-by-command = { $chord } is taken: { $command }.
keys-held-by-label = { $chord } gives the label { $label }. The keys of labels belong to the project.
keys-no-match = No command has these words or this key. Clear the filter.
keys-none = no key
keys-press = Press the new keys. Esc leaves it as it is.
keys-refused = { $chord } was not taken. { $why }
keys-reset = As before
keys-reset-all = All keys as before
keys-swap = Swap the two
keys-unset = No key
keys-view = Page and article
learning-clues-lost = { $count ->
    [one] To stay small, it let go of { $count } slight clue from corrections.
   *[other] To stay small, it let go of { $count } slight clues from corrections.
}
learning-forgotten = { $count ->
    [one] What was learned from { $count } decision is forgotten. The mark or answer itself stays.
   *[other] What was learned from { $count } decisions is forgotten. The marks and answers stay.
}
learning-from = { $count ->
    [one] Learned from { $count } decision in this project.
   *[other] Learned from { $count } decisions in this project.
}
learning-from-all = { $count ->
    [one] { $count } decision counts again.
   *[other] { $count } decisions count again.
}
learning-left-out = { $count ->
    [one] { $count } earlier decision is left out.
   *[other] { $count } earlier decisions are left out.
}
learning-nothing = Nothing learned in this project yet. Every mark and every answer to a suggestion is a lesson.
learning-off = Suggestions are made without your decisions.
learning-so-far = Learning: { $count } of { $total } decisions in this project.
learning-words-lost = { $count ->
    [one] To stay small, it no longer remembers { $count } name decided longest ago.
   *[other] To stay small, it no longer remembers the { $count } names decided longest ago.
}
name-with-keys = { $name } ({ $keys })
print-confirmed = Unbroken line: confirmed.
print-legend = Labels in this article
print-suggested = Dashed line: suggested, decided by nobody.
setting-always = For every mark
setting-as-system = As the system
setting-close = Close
setting-dark = Dark
setting-invisibles = Show invisible characters
setting-invisibles-hint = No-break spaces, tabs, soft hyphens, zero-width signs, double spaces, line ends.
setting-language = Language
setting-learn = Learn from my decisions
setting-learn-hint = What is accepted, corrected or rejected changes the suggestions elsewhere. What was decided never changes by itself.
setting-less-motion = Nothing moves
setting-letters = Single keys act in the article
setting-letters-hint = Letters, digits and signs without Ctrl or Alt. Turn them off when speech or a shaking hand sets them off.
setting-light = Light
setting-line-height = Line height
setting-measure = Line length
setting-motion = Motion
setting-narrow = Narrow
setting-never = Never
setting-off = off
setting-on = on
setting-on-focus = For the selected mark
setting-regular = Regular
setting-offer = Offer the same words elsewhere
setting-offer-hint = After a mark is made, changed or removed, shows where the same words stand. E does so at any time.
setting-rejected = Show rejected suggestions
setting-sample = [Marta Solano|PERSON] left [Havana|GPE] on [Tuesday|DATE] with [three|CARDINAL] crews, and the river was still rising.
setting-spoken = Marks in words
setting-spoken-hint = A screen reader hears “start GPE … end GPE”. The words are not in the text and are never copied.
setting-tags = Show a tag on every mark
setting-tags-hint = Without it, only the selected mark has one.
setting-text-larger = Larger text
setting-text-size = Text size
setting-text-smaller = Smaller text
setting-theme = Theme
setting-whole = Lay out the whole article
setting-whole-hint = For screen readers that lose what is far away. Long articles get slower.
setting-wide = Wide
settings-access = Keyboard and screen reader
settings-article = Article
settings-kept = Kept in this browser, for all projects.
settings-keys = Change keys…
settings-page = Page
settings-suggestions = Suggestions
settings-title = Settings
spoken-end = end { $label }
spoken-start = start { $label }
width-inspector = Width of the inspector
width-list = Width of the list
