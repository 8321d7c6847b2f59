# Proyectos: la lista, la papelera, los nuevos.
aloud-project-named = El proyecto se llama ahora { $project }
aloud-project-open = Abierto: { $project }
project-articles = { $count ->
    [0] Sin artículos
    [one] { $count } artículo
   *[other] { $count } artículos
}
project-begun = Iniciado el { $date }
project-changed = Modificado el { $date }
project-copied = Copiado: { $project }. La copia está en Proyectos.
project-copy-name = { $project } (copia)
project-create = Iniciar el proyecto
project-done = { $percent } % listo
project-duplicate = Duplicar
project-failed = { $project } quedó como estaba. El navegador dijo: { $cause }
project-in-trash-since = En la papelera desde el { $date }
project-is-open = Abierto ahora
project-in-use = { $project } quedó como estaba: está abierto en otra pestaña. Ciérrelo allí primero.
project-menu = Proyecto: { $project }
project-name-field = Nombre del proyecto
project-name-hint = Se puede cambiar en cualquier momento
project-name-save = Cambiar el nombre
project-new-about = Se conserva en este navegador junto a los demás. El que está abierto ahora queda como está.
project-new-title = Proyecto nuevo
project-open-this = Abrir
project-rename-title = Cambiar el nombre del proyecto
project-restore = Devolver
project-restored = { $project } está de nuevo entre los proyectos.
project-size = unos { $size } kB
project-to-trash = Mover a la papelera
project-trashed = { $project } está en la papelera. Desde Proyectos se puede devolver.
project-unread = Este proyecto no se puede leer ahora. Quedó como está.
project-unsaved = No se hizo: los últimos cambios de este proyecto están solo en esta página. Guarde antes en un archivo.
projects-not-kept = Este navegador no conserva nada aquí, así que solo existe este proyecto. Guarde en un archivo lo que deba quedar.
projects-one = Este es el único proyecto. Uno nuevo separa otros artículos de estos.
projects-title = Proyectos
trash = Papelera
trash-empty = Vaciar la papelera…
trash-emptied = { $count ->
    [one] { $count } proyecto eliminado para siempre.
   *[other] { $count } proyectos eliminados para siempre.
}
trash-erase = { $count ->
    [one] Eliminar { $count } proyecto para siempre
   *[other] Eliminar { $count } proyectos para siempre
}
trash-goes = Esto se elimina para siempre, con su historial, y no se puede deshacer:
trash-nothing = No hay nada. Un proyecto que se mueve a la papelera queda aquí hasta que esta se vacía.
trash-save = Guardar antes en un archivo
trash-saved = El archivo se entregó al navegador como { $file }. Impórtelo para recuperar los proyectos.
project-skipped = El último proyecto usado no se puede leer ahora y quedó como está. Se abrió otro. La página de rescate puede entregarlo todo.
