# The status bar, what is undone, saving.
changes-not-in-file = { $count ->
    [one] { $count } change not in any file
   *[other] { $count } changes not in any file
}
event-accept = accept “{ $words }” as { $label }
    .done = Accepted “{ $words }” as { $label }
event-accept-many = { $count ->
    [one] accept { $count } suggestion
   *[other] accept { $count } suggestions
}
    .done = { $count ->
        [one] Accepted { $count } suggestion
       *[other] Accepted { $count } suggestions
    }
event-article-done = mark { $article } as done
    .done = Marked { $article } as done
event-article-finish = { $count ->
    [0] mark { $article } as done
    [one] accept { $count } suggestion and mark { $article } as done
   *[other] accept { $count } suggestions and mark { $article } as done
}
    .done = { $count ->
        [0] Marked { $article } as done
        [one] Accepted { $count } suggestion and marked { $article } as done
       *[other] Accepted { $count } suggestions and marked { $article } as done
    }
event-article-remove = remove { $article }
    .done = Removed { $article }
event-article-reopen = make { $article } one to do again
    .done = Made { $article } one to do again
event-batch-label = { $count ->
    [one] label { $count } place
   *[other] label { $count } places
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} as { $label }
    .done = Labeled { $count ->
        [one] { $count } place
       *[other] { $count } places
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } as { $label }
event-batch-remove = remove { $count ->
    [one] { $count } label
   *[other] { $count } labels
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
    .done = Removed { $count ->
        [one] { $count } label
       *[other] { $count } labels
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
event-describe = describe a label
    .done = Described a label
event-guidelines = write the guidelines
    .done = Wrote the guidelines
event-other = change
    .done = Changed something
event-attribute = attribute of “{ $words }”
    .done = Set an attribute of “{ $words }”
event-edges = move the edges of “{ $words }”
    .done = Moved the edges of “{ $words }”
event-import = { $count ->
    [one] add { $count } article
   *[other] add { $count } articles
}
    .done = { $count ->
        [one] Added { $count } article
       *[other] Added { $count } articles
    }
event-label = label “{ $words }” as { $label }
    .done = Labeled “{ $words }” as { $label }
event-label-many = { $count ->
    [one] label { $count } place as { $label }
   *[other] label { $count } places as { $label }
}
    .done = { $count ->
        [one] Labeled { $count } place as { $label }
       *[other] Labeled { $count } places as { $label }
    }
event-link = change the link of “{ $words }”
    .done = Changed the link of “{ $words }”
event-link-many = link { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
    .done = Linked { $count ->
        [one] { $count } mention
       *[other] { $count } mentions
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
event-note = change the note on “{ $words }”
    .done = Changed the note on “{ $words }”
event-reject = reject “{ $words }” as { $label }
    .done = Rejected “{ $words }” as { $label }
event-relabel = change “{ $words }” to { $label }
    .done = Changed “{ $words }” to { $label }
event-remove = remove { $label } from “{ $words }”
    .done = Removed { $label } from “{ $words }”
event-skip = skip “{ $words }”
    .done = Skipped “{ $words }”
model-loading = Loading the model: { $read } of { $total } kB
model-loading-some = Loading the model: { $read } kB
model-unpacking = Unpacking the model: { $percent }%
not-saved = Not saved
offsets-at = { $start }–{ $end } · ¶{ $paragraph }
offsets-at-title = { $start }–{ $end } · title
page-renewed = A new version of Apostil is ready. It is used when the page is loaded again; your work stays as it is.
read-only = Read-only
redone = Redone: { $what }
requests-since-load = { $count ->
    [one] { $count } request since load
   *[other] { $count } requests since load
}
reviewed-of = { $done } of { $total } reviewed
saved = Saved
saving = Saving…
undone = Undone: { $what }
event-article-language = change the language of { $article }
    .done = Changed the language of { $article }
event-article-move = move an article
    .done = Moved an article
event-article-name = rename { $article }
    .done = Renamed { $article }
event-article-order = put the articles in order
    .done = Put the articles in order
event-project-name = rename the project
    .done = Renamed the project
event-name-list-add = add a name list
    .done = Added a name list
event-name-list-remove = remove a name list
    .done = Removed a name list
event-schema-add = define { $name }
    .done = Defined { $name }
event-schema-define = change what { $name } is
    .done = Changed what { $name } is
event-schema-delete = delete { $name }
    .done = Deleted { $name }
event-schema-merge = merge { $name } into another
    .done = Merged { $name } into another
event-schema-order = reorder the labels
    .done = Reordered the labels
event-schema-rename = rename { $old } to { $name }
    .done = Renamed { $old } to { $name }
event-schema-rules = change the rules for marks
    .done = Changed the rules for marks
event-schema-take = take labels from elsewhere
    .done = Took labels from elsewhere
