# The command line.
cli-cannot-read = { $file } cannot be read: { $cause }
cli-cannot-write = { $file } cannot be written: { $cause }
cli-checked = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}: nothing wrong
cli-command-unknown = There is no command { $command }.
cli-converted = { $file }: { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}
cli-format-unknown = There is no format { $format }. Known: { $known }.
cli-help =
    Marks people, organizations, places, dates and amounts in articles.

    Usage:
      apostil extract [--to FORMAT] [--lang TAG] FILE...
      apostil convert FILE... [--from FORMAT] --to FORMAT [-o FILE]
      apostil check FILE...
      apostil stats FILE... [--csv] [-o FOLDER/]

    extract writes what is suggested for each article; convert writes articles and
    marks in another format; check says what is wrong with them; stats counts labels,
    answers to suggestions, lengths and progress.
    A file may be a folder, a zip, or - for standard input.

    Options:
      --from FORMAT   the format of the input; else it is guessed: native, jsonl, json,
                      csv, html, markdown, text
      --encoding NAME how its bytes stand for letters; else it is guessed: utf-8,
                      windows-1252, utf-16le, utf-16be
      --field NAME    which field of a table or of JSON holds the text
      --to FORMAT     the format of the output: native, jsonl, text
      -o FILE         where to write; else standard output. A name that ends in / is
                      a folder and one that ends in .zip a zip: a file an article
      --csv           stats as CSV: a table after the other, or with -o a file a table
      --strict        exit with 1 when something was lost
      --lang TAG      the language of the articles, such as en or es
      --language TAG  the language of these messages, en or es; else that of the system
      --help          this text
      --version       the version

    Exit status: 0 good; 1 something was lost under --strict, or check found something
    wrong; 2 bad usage or unreadable input.
cli-input-missing = No input file is named.
cli-lost = { $count ->
    [one] { $count } thing was lost:
   *[other] { $count } things were lost:
}
cli-option-bad = { $option } does not take { $value }.
cli-option-missing = { $option } is missing.
cli-option-needs-value = { $option } needs a value.
cli-option-unknown = There is no option { $option }.
cli-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
cli-strict-failed = Something was lost, and --strict asks for nothing to be.
cli-try-help = See apostil --help.
cli-note = { $article }: { $note }
cli-output-is-folder = { $count } files would be written where { $file } is one. Name a folder, as { $file }/, or a zip.
