//! Apostil: a text annotator that is one web page.
