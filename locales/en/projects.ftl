# Projects: the list, the trash, new ones.
aloud-project-named = The project is now called { $project }
aloud-project-open = Opened: { $project }
project-articles = { $count ->
    [0] No articles
    [one] { $count } article
   *[other] { $count } articles
}
project-begun = Begun { $date }
project-changed = Changed { $date }
project-copied = Copied: { $project }. The copy is in Projects.
project-copy-name = { $project } (copy)
project-create = Begin the project
project-done = { $percent }% done
project-duplicate = Duplicate
project-failed = { $project } was left as it was. The browser said: { $cause }
project-in-trash-since = In the trash since { $date }
project-is-open = Open now
project-in-use = { $project } was left as it was: another tab has it open. Close it there first.
project-menu = Project: { $project }
project-name-field = Name of the project
project-name-hint = It can be changed at any time
project-name-save = Rename
project-new-about = It is kept in this browser beside the others. The one that is open now stays as it is.
project-new-title = New project
project-open-this = Open
project-rename-title = Rename the project
project-restore = Put back
project-restored = { $project } is back among the projects.
project-size = about { $size } kB
project-to-trash = Move to the trash
project-trashed = { $project } is in the trash. Projects has it, and can put it back.
project-unread = This project cannot be read now. It was left as it is.
project-unsaved = Not done: the last changes of this project are in this page only. Save to a file first.
projects-not-kept = This browser keeps nothing here, so there is only this project. Save to a file what is to stay.
projects-one = This is the only project. A new one keeps other articles apart from these.
projects-title = Projects
trash = Trash
trash-empty = Empty the trash…
trash-emptied = { $count ->
    [one] { $count } project removed for good.
   *[other] { $count } projects removed for good.
}
trash-erase = { $count ->
    [one] Remove { $count } project for good
   *[other] Remove { $count } projects for good
}
trash-goes = This goes for good, with its history, and cannot be undone:
trash-nothing = Nothing here. A project that is moved to the trash stays here until the trash is emptied.
trash-save = Save to a file first
trash-saved = The file was handed to the browser as { $file }. Import it to have the projects back.
project-skipped = The project used last cannot be read now, and was left as it is. Another one is open. The rescue page can hand everything out.
