//! Lists of names of the user's own: added from files, kept with the labels, told to the engine.

use crate::edit::change::Edit;
use crate::format::File;
use crate::format::name_list::{MAX_NAMES, NameFile, read};
use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::{NameList, Schema};
use crate::protocol::message::Job;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;

impl Session {
    /// What could not be read of the list last added.
    pub fn name_list_problems(&self) -> &[Message] {
        &self.name_list_problems
    }

    /// Does `command` if it is about lists of names, else gives it back.
    pub(crate) fn keep_names(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::ShowNameLists => {
                self.name_list_problems.clear();
                out.then(Effect::Open(Dialog::NameLists));
            }
            Command::TakeNameList { file, label } => self.take_name_list(&file, label, out),
            Command::RemoveNameList(name) => self.remove_name_list(&name, out),
            other => return Some(other),
        }
        None
    }

    /// Adds the names in `file` as a list; those without a label get `label`. A list of the same name
    /// is replaced, so that a list can be kept in a file and read again.
    fn take_name_list(&mut self, file: &File, label: LabelId, out: &mut Out) {
        self.name_list_problems.clear();
        out.redraw.schema = true;
        match read(file, self.project.schema(), label) {
            Err(why) => self.name_list_problems.push(why.message(&file.name)),
            Ok(NameFile { list, problems }) => {
                self.name_list_problems = problems;
                self.put_name_list(list, &file.name, out);
            }
        }
    }

    fn put_name_list(&mut self, list: NameList, file: &str, out: &mut Out) {
        let mut schema = self.project.schema().clone();
        let (name, count) = (list.name.clone(), list.n_names());
        if count == 0 {
            let file = file.to_owned();
            return self.name_list_problems.insert(0, Message::NameListEmpty { file });
        }
        schema.name_lists.retain(|it| it.name != name);
        let n_others: usize = schema.name_lists.iter().map(NameList::n_names).sum();
        if n_others + count > MAX_NAMES {
            let (file, limit) = (file.to_owned(), MAX_NAMES as u64);
            return self.name_list_problems.insert(0, Message::NameListTooLong { file, limit });
        }
        schema.name_lists.push(list);
        if self.commit_schema(event::LIST_ADD, schema, out) {
            out.say(Message::NameListAdded { name, count: count as u64 });
        }
    }

    /// Takes the list called `name` away.
    fn remove_name_list(&mut self, name: &str, out: &mut Out) {
        let mut schema = self.project.schema().clone();
        schema.name_lists.retain(|it| it.name != name);
        self.name_list_problems.clear();
        if self.commit_schema(event::LIST_REMOVE, schema, out) {
            out.say(Message::NameListRemoved { name: name.to_owned() });
        }
    }

    fn commit_schema(&mut self, event: &'static str, schema: Schema, out: &mut Out) -> bool {
        self.commit(event, vec![Edit::Schema { value: Box::new(schema) }], out)
    }

    /// Tells the engine the names, if they are others than those it has.
    pub(crate) fn tell_names(&mut self, out: &mut Out) {
        let schema = self.project.schema();
        let mut names = Vec::new();
        for (label, listed) in schema.name_lists.iter().flat_map(|it| &it.names) {
            if let Some(label) = schema.label(*label) {
                names.extend(listed.iter().map(|it| (it.clone(), label.name.clone())));
            }
        }
        if self.asking.note_names(&names) {
            out.then(self.asking.request(Job::Names { names }));
        }
    }
}
