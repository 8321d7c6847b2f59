# What happened, what is safe, what to do: in this order.
article-name-taken = { $file } holds another text under the name { $name }. It was added under a new name, and the one that was here is unchanged.
article-duplicate = { $file } was not added. The same text is here already as { $article }, with your marks.
export-failed = { $file } was not written. Your work is unchanged. Try again, or export another format.
export-read-back-failed = { $file } was not written: read again, { $article } was not the same as in the page. Your work is unchanged. Save to a file instead, and report this.
file-byte-order-mark = { $file } began with a byte order mark. It is not part of the text and was left off.
field-not-plain = { $file } was not added. Which of its fields holds the text? It has { $fields }. The file was not changed. Name one of them.
file-encoding = { $file } was read as { $encoding }. If letters look wrong, read it again in another encoding.
file-replaced = { $count ->
    [one] { $file } was read as { $encoding }. { $count } place is not, the first in line { $line }; it is shown as �.
   *[other] { $file } was read as { $encoding }. { $count } places are not, the first in line { $line }; they are shown as �.
}
file-nothing-inside = { $file } was not added. It is well formed, but no article is in it. The file was not changed.
file-refused-binary = { $file } was not added. It is not text: byte { $byte } is one that no text has. The file was not changed. Save it as plain text and add that.
file-refused-empty = { $file } was not added. It is empty.
file-refused-long = { $file } was not added. It is { $size } MiB long; an article holds { $limit } MiB at most. The file was not changed. Split it and add the parts.
file-unreadable = { $file } was not added. The browser could not read it. The file was not changed. Choose it again.
format-unknown = { $file } was not added. Its format is not one that Apostil reads. The file was not changed.
json-broken = { $file } was not added. Its JSON breaks off at line { $line }, column { $column }: { $cause }. The file was not changed.
json-cause-colon = a colon is missing behind a name
json-cause-comma = a comma or a closing bracket is missing
json-cause-control = a line break or another control character stands inside quotes
json-cause-end = it ends too early
json-cause-escape = a backslash stands before what is no escape
json-cause-half = an escape stands for half a character
json-cause-loose-comma = there is nothing behind a comma
json-cause-name = a name is not in quotes
json-cause-number = a number is not written as one, or is too large
json-cause-other = it is not JSON there
json-cause-rest = there is something behind its end
json-cause-value = there is no value; JSON has none such as NaN or None
json-field-twice = { $file } was not added. An object in it has the field { $field } twice, and one of the two would be lost. The file was not changed.
quote-open = { $file } was not added. The quotation that begins in line { $line } does not end. The file was not changed.
row-long = { $file } was not added. The row has { $found } fields where the table has { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}. The file was not changed.
json-shape = { $file } was not added. At { $place } it should have { $expected }. The file was not changed.
json-too-deep = { $file } was not added. It is nested more than { $limit } deep. The file was not changed.
label-added = { $file } uses the label { $label }, which this project did not have. The label was added.
mark-outside-text = { $file }, { $place }: the mark { $start }–{ $end } was left out, as the text has { $length } characters. The rest was added.
mark-quote-differs = { $file }, { $place }: the mark was left out. It quotes “{ $quoted }”, but the text has “{ $found }” there. The rest was added.
nothing-to-import = Nothing was added. There was no file and no text in what was dropped. Drop files, or press Choose files.
tab-read-only = This tab is read-only: the project is open in another one. Nothing was changed. Go on in that tab, or take over here.
storage-damaged = { $count ->
    [one] { $count } change in the browser's storage could not be read and was left out. Everything before it is here. Save to a file.
   *[other] { $count } changes in the browser's storage could not be read and were left out. Everything before them is here. Save to a file.
}
storage-failed = { $count ->
    [one] Not saved: { $cause }. Your last change is in this page only. Save to a file.
   *[other] Not saved: { $cause }. Your last { $count } changes are in this page only. Save to a file.
}
storage-full = { $count ->
    [one] Not saved: the browser's storage is full. Your last change is in this page only. Save to a file.
   *[other] Not saved: the browser's storage is full. Your last { $count } changes are in this page only. Save to a file.
}
storage-none = This browser keeps nothing for this page. Your work is in this page only, until you save it to a file.
storage-save-to-file = Save to a file
tab-second = This project is open in another tab, which goes on saving. This tab only shows it. To work here, take over.
tab-take-over = Take over here
tab-taken-over = { $count ->
    [0] Another tab has taken over this project. All of your work is saved. Go on in that tab, or take over here.
    [one] Another tab has taken over this project. Your last change is in this page only. Save it to a file.
   *[other] Another tab has taken over this project. Your last { $count } changes are in this page only. Save them to a file.
}
version-newer = { $file } was not added. It is of version { $found }, and this page reads up to version { $known }. The file was not changed. Open it in a newer Apostil.
worker-failed = Suggestions have stopped: { $cause }. Your marks are safe, and you can go on by hand. Reload to have suggestions again.
edit-bad-article = Nothing was changed: { $article } is not in the project, or is in it already.
edit-bad-range = Nothing was changed: { $start }–{ $end } is not a place in this text.
edit-bad-schema = Nothing was changed: a label is missing, or is still in use.
edit-loose-relation = Nothing was changed: a relation would lose one of its ends.
edit-not-loaded = Nothing was changed: { $article } is still being opened. Try again in a moment.
edit-refused = Nothing was changed: the change does not fit the project. Your work is unchanged. Reload the page and try again.
mark-overlaps = Not marked: the words overlap “{ $words }”, { $label }, and this project does not allow it. Choose other words, or remove that mark.
file-refused-kind = { $file } was not added. It is not text but { $kind }. The file was not changed. Save it as plain text and add that.
file-refused-zip = { $file } was not added. The zip is damaged. The file was not changed. Get it again, or add what is in it.
expected-color = a color such as #3355aa
expected-flag = true or false
expected-id = an id of Apostil’s that is not used twice
expected-known = a name that is known there
expected-list = a list
expected-number = a whole number, or a score from 0 to 1
expected-object = an object
expected-text = a text
lists-unreadable = The lists of names could not be loaded, so fewer names are suggested. Everything else works. Reload to try again.
model-damaged = The trained model is damaged and was not used, so more names are missed or wrong. Rules, lists and your work are as before. Reload, or get Apostil anew.
model-missing = The trained model could not be loaded, so more names are missed or wrong. Rules, lists and your work are as before. Check the connection and reload.
model-other-version = The trained model belongs to another version of Apostil and was not used, so more names are missed or wrong. Rules, lists and your work are as before. Reload to get the page that goes with it.
line-broken = { $file }: the line was left out. Its JSON breaks off at column { $column }: { $cause }. The rest was added.
part-left-out = { $file }, { $place }: left out, as it should have { $expected } there. The rest was added.
suggestions-apart = { $count ->
    [one] { $file }: { $count } suggestion is kept apart as the work of a model, without its score.
   *[other] { $file }: { $count } suggestions are kept apart as the work of a model, without their scores.
}
text-changed = { $file }: the text of { $article } was changed after it was written. Marks were taken only where their words still agree.
check-blank = { $article }: “{ $words }”, { $label }, begins or ends with a blank.
check-byte-order-mark = { $article }: the text begins with a byte order mark. Other programs may count it otherwise.
check-carriage-returns = { $count ->
    [one] { $article }: the text has { $count } carriage return. Programs that drop it count otherwise.
   *[other] { $article }: the text has { $count } carriage returns. Programs that drop them count otherwise.
}
check-duplicate = { $article }: “{ $words }” is marked { $label } twice.
check-empty = { $article }: the article has no words.
check-grapheme = { $article }: “{ $words }”, { $label }, cuts what is read as one character.
check-label-unknown = { $article }: the mark { $start }–{ $end } has a label that the project does not have.
check-outside = { $article }: { $start }–{ $end } is no place in the text.
check-relation-loose = { $article }: a relation { $label } has lost one of its ends or its label.
cause-closed = the browser closed the storage
cause-refused = the browser refused to write
cause-slow = the browser did not answer in time
storage-lost = { $count ->
    [one] This browser has removed the project that it kept for this page. What is in your files is safe. Add the last file to go on.
   *[other] This browser has removed the { $count } projects that it kept for this page. What is in your files is safe. Add the last file to go on.
}
storage-newer = What this browser keeps was written by a newer Apostil, and was left as it is. Work done here is in this page only. Open the newer Apostil.
storage-unreadable = What this browser keeps could not be read, and was left as it is. Work done here is in this page only. Use Save everything on the rescue page.
zip-encrypted = { $file } was not added. It is locked with a password. The zip was not changed. Unpack it and add what comes out.
zip-growth = { $file } was not added. It is more than 100 times longer than packed, as files made to fill a memory are. The zip was not changed. If you trust it, unpack it and add the file.
zip-inside = { $file } was not added. A zip inside a zip is not opened. The zip was not changed. Unpack it and add the inner one.
zip-link = { $file } was not added. It is only a link to another file. Add that file.
zip-long = { $file } and what is behind it in the zip were not added. A zip may hold { $limit } MiB at most. What stands before it was added. Unpack it and add the rest in parts.
zip-many = { $file } was not added. It holds { $found } files; a zip may hold { $limit } at most. The zip was not changed. Unpack it and add the files in parts.
zip-method = { $file } was not added. It is packed by method { $method }, which Apostil does not know. The zip was not changed. Unpack it and add what comes out.
zip-overlap = { $file } was not added. Files in it lie over one another, as in zips made to fill a memory. Nothing was unpacked.
