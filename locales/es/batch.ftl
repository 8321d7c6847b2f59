batch-applied = { $count ->
    [one] { $count } lugar cambiado
   *[other] { $count } lugares cambiados
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
batch-left-out = { $count ->
    [one] { $count } lugar quedó como estaba: en este proyecto sus palabras no pueden marcarse dos veces.
   *[other] { $count } lugares quedaron como estaban: en este proyecto sus palabras no pueden marcarse dos veces.
}
nothing-ticked = No hay nada señalado
nothing-to-repeat = No hay ninguna marca elegida cuyas palabras se puedan buscar
