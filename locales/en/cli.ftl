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
      apostil extract [--to FORMAT] [--lang TAG] [--model MODEL] FILE...
      apostil convert FILE... [--from FORMAT] --to FORMAT [-o FILE]
      apostil check FILE...
      apostil stats FILE... [--csv] [-o FOLDER/]
      apostil learn PROJECT... -o MODEL

    extract writes what is suggested for each article; convert writes articles and
    marks in another format; check says what is wrong with them; stats counts labels,
    answers to suggestions, lengths and progress; learn writes what the reviewed marks
    and rejected suggestions teach, for extract --model.
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
      --model MODEL   what learn has written: suggest by it as well
      --strict        exit with 1 when something was lost
      --lang TAG      the language of the articles, such as en or es
      --language TAG  the language of these messages, en or es; else that of the system
      --help          this text
      --version       the version

    Exit status: 0 good; 1 something was lost under --strict, or check found something
    wrong; 2 bad usage or unreadable input.
cli-input-missing = No input file is named.
cli-learned = { $file }: learned from { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
cli-learned-nothing = Nothing was learned: the files hold no reviewed marks and no rejected suggestions.
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
cli-model-damaged = { $file } is damaged: its checksum does not fit. Write it again with apostil learn.
cli-model-of-other-engine = { $file } was learned by another version of the engine, and would not suggest the same with this one. Write it again with apostil learn.
cli-model-of-other-version = { $file } is of version { $version }; this Apostil reads version 1. Use a newer Apostil, or write it again with apostil learn.
cli-model-unknown = { $file } is not a file that apostil learn has written.
cli-note = { $article }: { $note }
cli-output-is-folder = { $count } files would be written where { $file } is one. Name a folder, as { $file }/, or a zip.
