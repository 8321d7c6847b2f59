//! Every sentence the tool can say, by name.
//!
//! Whoever has something to say makes a [`Message`]: a name and the facts, no words. The words are
//! in `locales/`, one Fluent file an area and language, and `locale` puts the two together at the
//! edge. So the library says everything in every language, and a test can ask *what* was said.
//!
//! This file is one table: a new sentence is a line here and a line in each language. Sections and
//! file names agree. Its limits: a sentence is plain text; the few that wear marks or key caps are
//! cut by `locale::pieces`.

/// A fact that goes into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words that are not ours: a file name, a label, a quotation.
    Text(String),
    /// A count, an offset, a line: shown with the language's grouping.
    Number(u64),
    /// A score: shown with two decimals.
    Decimal(f64),
    /// Another sentence, said in the same language.
    Message(Box<Message>),
}

type Text = String;
type Number = u64;
type Decimal = f64;
type Inner = Box<Message>;

/// What a message can carry.
trait Argument {
    fn value(&self) -> Value;

    /// Some value of this type, made from `n` where it can be.
    #[cfg(test)]
    fn sample(n: u64) -> Self
    where
        Self: Sized;
}

impl Argument for Text {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }

    #[cfg(test)]
    fn sample(_: u64) -> Self {
        "«Ñandú».txt".into()
    }
}

impl Argument for Number {
    fn value(&self) -> Value {
        Value::Number(*self)
    }

    #[cfg(test)]
    fn sample(n: u64) -> Self {
        n
    }
}

impl Argument for Decimal {
    fn value(&self) -> Value {
        Value::Decimal(*self)
    }

    #[cfg(test)]
    fn sample(_: u64) -> Self {
        0.625
    }
}

impl Argument for Inner {
    fn value(&self) -> Value {
        Value::Message(self.clone())
    }

    #[cfg(test)]
    fn sample(_: u64) -> Self {
        Box::new(Message::Saved)
    }
}

/// Makes [`Message`] and what can be asked of it from `Name { argument: Type } = "key";` lines.
macro_rules! messages {
    ($( $(#[$doc:meta])* $name:ident $({ $($argument:ident: $kind:ident),+ })? = $id:literal; )*) => {
        /// One sentence: which one, and the facts in it.
        #[derive(Debug, PartialEq)]
        pub enum Message {
            $(
                $(#[$doc])*
                #[doc = concat!("Words: `", $id, "`.")]
                $name $({ $(
                    #[doc = concat!("`$", stringify!($argument), "` in the words.")]
                    $argument: $kind
                ),+ })?,
            )*
        }

        // A derived one is inlined: it would be in the page twice, at 12 KB.
        impl Clone for Message {
            fn clone(&self) -> Self {
                match self { $(
                    Self::$name { $($($argument),+)? } => {
                        Self::$name { $($($argument: $argument.clone()),+)? }
                    }
                )* }
            }
        }

        impl Message {
            /// The key of its words in `locales/`.
            pub fn id(&self) -> &'static str {
                match self { $( Self::$name { .. } => $id, )* }
            }

            /// The facts in it, each under the name that the words use.
            pub fn arguments(&self) -> Vec<(&'static str, Value)> {
                let mut all = Vec::new();
                self.each_argument(&mut |name, argument| all.push((name, argument.value())));
                all
            }

            // One branch a sentence: whatever it does is in the page some hundred times.
            fn each_argument(&self, see: &mut dyn FnMut(&'static str, &dyn Argument)) {
                match self { $(
                    Self::$name { $($($argument),+)? } => {
                        $($( see(stringify!($argument), $argument); )+)?
                    }
                )* }
            }

            /// One of each, with every number in it `n`.
            #[cfg(test)]
            pub(crate) fn samples(n: u64) -> Vec<Self> {
                vec![$( Self::$name { $($($argument: Argument::sample(n)),+)? }, )*]
            }
        }

        /// Every message: its key, and the names of its facts.
        pub const TABLE: &[(&str, &[&str])] = &[
            $( ($id, &[$($(stringify!($argument)),+)?]), )*
        ];
    };
}

messages! {
    // ---- top.ftl: the top bar, and what the whole page is called ------------------------------
    AppName = "app-name";
    ArticlePosition { n: Number, total: Number } = "article-position";
    Close = "close";
    Commands = "commands";
    /// On the button that changes the language; names the next language in that language.
    LanguageSwitch = "language-switch";
    PageTitle { article: Text, project: Text } = "page-title";
    ProjectUntitled = "project-untitled";
    NothingToRedo = "nothing-to-redo";
    RedoWhat { what: Inner } = "redo-what";
    RegionInspector = "region-inspector";
    RegionList = "region-list";
    RegionStatus = "region-status";
    RegionTop = "region-top";
    SentencesReviewed { done: Number, total: Number } = "sentences-reviewed";
    /// The same for a screen reader and as a tool tip.
    SentencesReviewedLong { done: Number, total: Number } = "sentences-reviewed-long";
    ThemeDark = "theme-dark";
    ThemeLight = "theme-light";
    ThemeSystem = "theme-system";
    NothingToUndo = "nothing-to-undo";
    UndoWhat { what: Inner } = "undo-what";

    // ---- projects.ftl: projects, their trash ----------------------------------------------------
    AloudProjectNamed { project: Text } = "aloud-project-named";
    AloudProjectOpen { project: Text } = "aloud-project-open";
    ProjectArticles { count: Number } = "project-articles";
    ProjectBegun { date: Text } = "project-begun";
    ProjectChanged { date: Text } = "project-changed";
    ProjectCopied { project: Text } = "project-copied";
    ProjectCopyName { project: Text } = "project-copy-name";
    ProjectCreate = "project-create";
    ProjectDone { percent: Number } = "project-done";
    ProjectDuplicate = "project-duplicate";
    ProjectFailed { project: Text, cause: Text } = "project-failed";
    ProjectInTrashSince { date: Text } = "project-in-trash-since";
    ProjectInUse { project: Text } = "project-in-use";
    ProjectIsOpen = "project-is-open";
    ProjectMenu { project: Text } = "project-menu";
    ProjectNameField = "project-name-field";
    ProjectNameHint = "project-name-hint";
    ProjectNameSave = "project-name-save";
    ProjectNewAbout = "project-new-about";
    ProjectNewTitle = "project-new-title";
    ProjectOpenThis = "project-open-this";
    ProjectRenameTitle = "project-rename-title";
    ProjectRestore = "project-restore";
    ProjectRestored { project: Text } = "project-restored";
    ProjectSize { size: Number } = "project-size";
    /// At the start: another one is open instead.
    ProjectSkipped = "project-skipped";
    ProjectToTrash = "project-to-trash";
    ProjectTrashed { project: Text } = "project-trashed";
    ProjectUnread = "project-unread";
    ProjectUnsaved = "project-unsaved";
    ProjectsNotKept = "projects-not-kept";
    ProjectsOne = "projects-one";
    ProjectsTitle = "projects-title";
    Trash = "trash";
    TrashEmptied { count: Number } = "trash-emptied";
    TrashEmpty = "trash-empty";
    TrashErase { count: Number } = "trash-erase";
    TrashGoes = "trash-goes";
    TrashNothing = "trash-nothing";
    TrashSave = "trash-save";
    TrashSaved { file: Text } = "trash-saved";

    // ---- list.ftl: the list of articles -------------------------------------------------------
    AloudArticleMoved { article: Text, n: Number, total: Number } = "aloud-article-moved";
    AloudArticleNamed { article: Text } = "aloud-article-named";
    ArticleDone = "article-done";
    ArticleDoubtful { count: Number } = "article-doubtful";
    ArticleLanguageTitle = "article-language-title";
    ArticleMoveDown = "article-move-down";
    ArticleMoveUp = "article-move-up";
    ArticleNameField = "article-name-field";
    ArticleNameSave = "article-name-save";
    ArticleMarks { count: Number } = "article-marks";
    ArticleNotOpened = "article-not-opened";
    ArticleOpenThis = "article-open-this";
    ArticlePercent { percent: Number } = "article-percent";
    ArticleRename = "article-rename";
    Articles = "articles";
    LanguageChange { language: Text } = "language-change";
    LanguageOther = "language-other";
    LanguageSet = "language-set";
    LanguageTag = "language-tag";
    LanguageTagHint = "language-tag-hint";
    LanguageUnknown = "language-unknown";
    ListAdd = "list-add";
    ListAnyLabel = "list-any-label";
    ListBackward = "list-backward";
    ListByLabel = "list-by-label";
    ListClearFilter = "list-clear-filter";
    ListCount { count: Number, total: Number } = "list-count";
    ListCountLong { total: Number, count: Number } = "list-count-long";
    ListFilter = "list-filter";
    ListIsSorted = "list-is-sorted";
    ListNoMatch = "list-no-match";
    ListSearching = "list-searching";
    ListSort = "list-sort";
    ListStates = "list-states";
    SortDate = "sort-date";
    SortDoubts = "sort-doubts";
    SortMarks = "sort-marks";
    SortName = "sort-name";
    SortProject = "sort-project";
    SortStatus = "sort-status";
    StateAll = "state-all";
    StateDone = "state-done";
    StateDoubt = "state-doubt";
    StateToDo = "state-to-do";

    // ---- sheet.ftl: the empty page, the article, the hint strip, what is read aloud ------------
    AloudAccepted { label: Text, words: Text, n: Number, total: Number } = "aloud-accepted";
    AloudAcceptedMany { count: Number } = "aloud-accepted-many";
    AloudArticle { article: Text, n: Number, total: Number } = "aloud-article";
    AloudArticleDone { article: Text } = "aloud-article-done";
    AloudArticleFinished { article: Text, count: Number } = "aloud-article-finished";
    AloudArticleReopened { article: Text } = "aloud-article-reopened";
    AloudEdges { words: Text } = "aloud-edges";
    AloudLabeled { label: Text, words: Text } = "aloud-labeled";
    AloudLabeledMany { label: Text, words: Text, count: Number } = "aloud-labeled-many";
    AloudMark { label: Text, words: Text } = "aloud-mark";
    NoDoubtsHere = "no-doubts-here";
    AloudRejected { label: Text, words: Text } = "aloud-rejected";
    AloudRelabeled { old: Text, label: Text, words: Text } = "aloud-relabeled";
    AloudRemoved { label: Text, words: Text } = "aloud-removed";
    AloudSkipped { label: Text, words: Text } = "aloud-skipped";
    AloudSuggestion { label: Text, words: Text, percent: Number } = "aloud-suggestion";
    AloudSuggestionWhy { label: Text, words: Text, percent: Number, why: Inner } = "aloud-suggestion-why";
    ArticleRemoved { article: Text } = "article-removed";
    EmptyChooseFiles = "empty-choose-files";
    EmptyChooseFolder = "empty-choose-folder";
    EmptyDrop = "empty-drop";
    EmptyKinds = "empty-kinds";
    EmptyPaste = "empty-paste";
    EmptyPrivacy = "empty-privacy";
    /// How many marks come with a sample article.
    EmptySampleMarks { count: Number } = "empty-sample-marks";
    EmptySamples = "empty-samples";
    EmptySamplesAll { count: Number } = "empty-samples-all";
    /// Wears marks: cut it with `locale::pieces`.
    EmptyStepDrop = "empty-step-drop";
    /// Wears key caps: cut it with `locale::pieces`.
    EmptyStepDecide = "empty-step-decide";
    EmptyStepExport = "empty-step-export";
    EmptySummary = "empty-summary";
    FirstArticle = "first-article";
    HintAccept = "hint-accept";
    HintKeys = "hint-keys";
    HintLabelIt = "hint-label-it";
    HintMark = "hint-mark";
    HintMoveEdge = "hint-move-edge";
    HintNextDoubtful = "hint-next-doubtful";
    HintNextMark = "hint-next-mark";
    HintNothing = "hint-nothing";
    HintOtherLabel = "hint-other-label";
    HintReject = "hint-reject";
    HintRemove = "hint-remove";
    HintSelection = "hint-selection";
    HintSkip = "hint-skip";
    HintSuggestion = "hint-suggestion";
    LanguageEnglish = "language-english";
    LanguageSpanish = "language-spanish";
    LastArticle = "last-article";
    NoMarkSelected = "no-mark-selected";
    NothingToAccept = "nothing-to-accept";
    NothingToLabel = "nothing-to-label";
    PasteConfirm = "paste-confirm";
    PasteEditable = "paste-editable";
    PasteName = "paste-name";
    PasteText = "paste-text";
    PasteTitle = "paste-title";
    PasteUntitled = "paste-untitled";
    SheetWords { count: Number } = "sheet-words";

    // ---- inspector.ftl: labels, marks, the editor of the selected mark ------------------------
    Accept = "accept";
    Cancel = "cancel";
    EdgeEnd = "edge-end";
    EdgeStart = "edge-start";
    Edges = "edges";
    EdgesByLetter = "edges-by-letter";
    EdgesByLetterHelp = "edges-by-letter-help";
    FieldLabel = "field-label";
    FieldLink = "field-link";
    FieldLinkHint = "field-link-hint";
    FieldNote = "field-note";
    FieldNoteHint = "field-note-hint";
    HidePanel = "hide-panel";
    LabelChosen = "label-chosen";
    LabelChosenEnd = "label-chosen-end";
    LabelCount { label: Text, count: Number, suggested: Number } = "label-count";
    LabelFewer = "label-fewer";
    LabelMore { count: Number } = "label-more";
    LabelTypeHint = "label-type-hint";
    Labels = "labels";
    LabelsForSelection = "labels-for-selection";
    MarkConfirmed = "mark-confirmed";
    MarkPieces = "mark-pieces";
    MarkRejected = "mark-rejected";
    MarkSelected = "mark-selected";
    MarkSuggested = "mark-suggested";
    Marks = "marks";
    MarksAdd = "marks-add";
    MarksAllLabels = "marks-all-labels";
    MarksAllStates = "marks-all-states";
    MarksConfirmed { count: Number } = "marks-confirmed";
    MarksDoubtful = "marks-doubtful";
    MarksEmpty { key: Text } = "marks-empty";
    MarksFilter = "marks-filter";
    MarksHere = "marks-here";
    MarksNoMatch = "marks-no-match";
    MarksOrder = "marks-order";
    MarksRejected { count: Number } = "marks-rejected";
    MarksState = "marks-state";
    MarksSuggested { count: Number } = "marks-suggested";
    OrderLabel = "order-label";
    OrderLength = "order-length";
    OrderReading = "order-reading";
    OrderScore = "order-score";
    OrderWords = "order-words";
    OriginAccepted { engine: Text, percent: Number } = "origin-accepted";
    OriginAdjudicated = "origin-adjudicated";
    OriginHuman = "origin-human";
    OriginImported { source: Text } = "origin-imported";
    Reject = "reject";
    Rejected = "rejected";
    RemoveMark = "remove-mark";
    /// A score.
    Score { percent: Number } = "score";
    /// What a score means, and the question that it answers.
    ScoreHelp { percent: Number } = "score-help";
    ScoreQuestion { percent: Number } = "score-question";
    TouchHowTo = "touch-how-to";
    // What spoke for a suggestion.
    WhyAmount = "why-amount";
    WhyCalendar = "why-calendar";
    /// Its capital letters.
    WhyCapitals = "why-capitals";
    /// The list of capitals.
    WhyCapitalCities = "why-capital-cities";
    WhyCities = "why-cities";
    WhyCountries = "why-countries";
    WhyDecided { accepted: Number, rejected: Number } = "why-decided";
    WhyEvents = "why-events";
    WhyGivenName = "why-given-name";
    WhyGroups = "why-groups";
    WhyLanguages = "why-languages";
    /// By the model.
    WhyLearned = "why-learned";
    WhyMentioned { words: Text } = "why-mentioned";
    WhyOrganizations = "why-organizations";
    WhyOwn = "why-own";
    WhyRegions = "why-regions";
    WhyStates = "why-states";
    WhyTitle { words: Text } = "why-title";
    WhyTrigger { words: Text } = "why-trigger";

    // ---- search.ftl: words and patterns, and what is wrong with them ---------------------------
    ExpressionBackward { at: Number } = "expression-backward";
    ExpressionEscape { at: Number } = "expression-escape";
    ExpressionGroupEnd { at: Number } = "expression-group-end";
    ExpressionGroupOpen { at: Number } = "expression-group-open";
    ExpressionKind { at: Number } = "expression-kind";
    ExpressionNotOffered { at: Number } = "expression-not-offered";
    ExpressionNothingToRepeat { at: Number } = "expression-nothing-to-repeat";
    ExpressionSetOpen { at: Number } = "expression-set-open";
    ExpressionTooLarge = "expression-too-large";
    SearchAccept = "search-accept";
    SearchChooseChange = "search-choose-change";
    SearchCounts { count: Number, articles: Number } = "search-counts";
    SearchCut { count: Number } = "search-cut";
    SearchDo = "search-do";
    SearchDoubts = "search-doubts";
    SearchExpression = "search-expression";
    SearchField = "search-field";
    SearchFrom = "search-from";
    SearchHit { n: Number, count: Number } = "search-hit";
    SearchHitRound { n: Number, count: Number } = "search-hit-round";
    SearchLabel { label: Text } = "search-label";
    SearchLook = "search-look";
    SearchMost { count: Number } = "search-most";
    SearchNearest { words: Text, count: Number } = "search-nearest";
    SearchNearestLooking = "search-nearest-looking";
    SearchNoHit = "search-no-hit";
    SearchNoMark = "search-no-mark";
    SearchNoPattern = "search-no-pattern";
    SearchNoWords { words: Text } = "search-no-words";
    SearchNoWordsHere { words: Text } = "search-no-words-here";
    SearchPatternCapitals = "search-pattern-capitals";
    SearchPatternDay = "search-pattern-day";
    SearchPatternQuoted = "search-pattern-quoted";
    SearchPatternStart = "search-pattern-start";
    SearchProgress { done: Number, total: Number } = "search-progress";
    SearchRemove = "search-remove";
    SearchStop = "search-stop";
    SearchStopped { done: Number, total: Number } = "search-stopped";
    SearchTeach = "search-teach";
    SearchTeachMarks = "search-teach-marks";
    SearchTeachPatterns = "search-teach-patterns";
    SearchTitle = "search-title";
    SearchTo = "search-to";
    SearchWho = "search-who";
    SearchWhoAnyone = "search-who-anyone";
    SearchWhoEngine = "search-who-engine";
    SearchWhoFile = "search-who-file";
    SearchWhoNamed { name: Text } = "search-who-named";
    SearchWhoPerson = "search-who-person";
    SearchWhoUnnamed = "search-who-unnamed";
    SearchWithin = "search-within";
    SearchWithinMarks = "search-within-marks";
    SearchWithinRemarks = "search-within-remarks";
    SearchWithinText = "search-within-text";

    // ---- batch.ftl: many places at once --------------------------------------------------------
    BatchAccents = "batch-accents";
    BatchAccept { count: Number } = "batch-accept";
    BatchAgreeing { count: Number } = "batch-agreeing";
    BatchAliases = "batch-aliases";
    BatchAll = "batch-all";
    BatchApplied { count: Number, articles: Number } = "batch-applied";
    BatchAround = "batch-around";
    BatchBare = "batch-bare";
    BatchCase = "batch-case";
    BatchConflicts { count: Number, ticked: Number } = "batch-conflicts";
    BatchCounts { here: Number, all: Number, articles: Number } = "batch-counts";
    BatchEmpty = "batch-empty";
    BatchEnter = "batch-enter";
    BatchEverywhere = "batch-everywhere";
    BatchFilter = "batch-filter";
    BatchForms = "batch-forms";
    BatchFromFile = "batch-from-file";
    BatchGo = "batch-go";
    BatchHere = "batch-here";
    BatchInTitle = "batch-in-title";
    BatchLabel { count: Number, label: Text } = "batch-label";
    BatchLeft = "batch-left";
    BatchLeftOut { count: Number } = "batch-left-out";
    BatchLink { count: Number, link: Text } = "batch-link";
    BatchLooking = "batch-looking";
    BatchMarked = "batch-marked";
    BatchNotNow = "batch-not-now";
    BatchOnlyConflicts = "batch-only-conflicts";
    BatchOnlyHere = "batch-only-here";
    BatchOthers { count: Number } = "batch-others";
    BatchPlaces = "batch-places";
    BatchRefused = "batch-refused";
    BatchRemove { count: Number } = "batch-remove";
    BatchShared = "batch-shared";
    BatchSuggested { percent: Number } = "batch-suggested";
    BatchSure { percent: Number } = "batch-sure";
    BatchTicked { count: Number, ticked: Number } = "batch-ticked";
    BatchTitle = "batch-title";
    BatchUnticked = "batch-unticked";
    BatchWhich = "batch-which";
    BatchWhole = "batch-whole";
    NothingTicked = "nothing-ticked";
    NothingToRepeat = "nothing-to-repeat";

    // ---- review.ftl: the review queue, suggestions hidden to measure ------------------------------
    AloudBoth { first: Inner, then: Inner } = "aloud-both";
    BatchUnread { count: Number } = "batch-unread";
    CommandReviewQueue = "command-review-queue";
    CommandReviewQueueHelp = "command-review-queue-help";
    CommandReviewSure = "command-review-sure";
    CommandReviewSureHelp = "command-review-sure-help";
    CommandTrialBegin = "command-trial-begin";
    CommandTrialBeginHelp = "command-trial-begin-help";
    CommandTrialEnd = "command-trial-end";
    CommandTrialEndHelp = "command-trial-end-help";
    EventTrialBegin = "event-trial-begin";
    EventTrialEnd = "event-trial-end";
    QueueAll = "queue-all";
    QueueAsk { label: Text } = "queue-ask";
    QueueBack = "queue-back";
    QueueDecide = "queue-decide";
    QueueDone { done: Number, left: Number } = "queue-done";
    QueueEdges = "queue-edges";
    QueueGoOn = "queue-go-on";
    QueueHere = "queue-here";
    QueueLabel = "queue-label";
    QueueLabelAny = "queue-label-any";
    QueueNone { done: Number, left: Number } = "queue-none";
    QueueNoneHere = "queue-none-here";
    QueueNoneOf { label: Text } = "queue-none-of";
    QueueOrder { articles: Number } = "queue-order";
    QueuePlace { n: Number, total: Number } = "queue-place";
    QueueReading { count: Number } = "queue-reading";
    QueueReject = "queue-reject";
    QueueScope = "queue-scope";
    QueueShow = "queue-show";
    QueueSkip = "queue-skip";
    QueueSkipped { count: Number } = "queue-skipped";
    QueueSomethingElse = "queue-something-else";
    QueueSure { count: Number } = "queue-sure";
    QueueSureCounts { here: Number, all: Number, articles: Number } = "queue-sure-counts";
    QueueSureFrom { percent: Number, count: Number } = "queue-sure-from";
    QueueSureThreshold = "queue-sure-threshold";
    QueueTitle = "queue-title";
    QueueWhole = "queue-whole";
    QueueWhy { percent: Number } = "queue-why";
    SheetHidden = "sheet-hidden";
    TrialArticles = "trial-articles";
    TrialBegun { count: Number } = "trial-begun";
    TrialCounted = "trial-counted";
    TrialDensity = "trial-density";
    TrialEnded = "trial-ended";
    TrialEven = "trial-even";
    TrialHidden = "trial-hidden";
    TrialNone = "trial-none";
    TrialNote = "trial-note";
    TrialPrecision = "trial-precision";
    TrialRates { accepted: Number, right: Number, found: Number } = "trial-rates";
    TrialRecall = "trial-recall";
    TrialRight = "trial-right";
    TrialShown = "trial-shown";
    TrialSuggestions = "trial-suggestions";
    TrialTitle = "trial-title";
    TrialTooFew { count: Number } = "trial-too-few";
    TrialTooReady = "trial-too-ready";
    TrialTopic = "trial-topic";
    TrialWaiting { count: Number } = "trial-waiting";

    // ---- kinds.ftl: pieces of marks, relations, labels of articles --------------------------------
    AloudArticleLabel { label: Text } = "aloud-article-label";
    AloudArticleUnlabel { label: Text } = "aloud-article-unlabel";
    AloudPieceAdded { words: Text } = "aloud-piece-added";
    AloudPieceRemoved { words: Text } = "aloud-piece-removed";
    AloudRelation { label: Text, from: Text, to: Text } = "aloud-relation";
    AloudRelationRemoved { label: Text } = "aloud-relation-removed";
    ArticleLabels = "article-labels";
    ArticleLabelsAbout = "article-labels-about";
    ArticleLabelsAdd = "article-labels-add";
    ArticleLabelsNone = "article-labels-none";
    ArticleLabelsOther = "article-labels-other";
    AttributesNone = "attributes-none";
    CommandArticleLabels = "command-article-labels";
    CommandArticleLabelsHelp = "command-article-labels-help";
    CommandMarkAttributes = "command-mark-attributes";
    CommandMarkAttributesHelp = "command-mark-attributes-help";
    CommandMarkHere = "command-mark-here";
    CommandMarkHereHelp = "command-mark-here-help";
    CommandMarkLink = "command-mark-link";
    CommandMarkLinkHelp = "command-mark-link-help";
    CommandMarkNote = "command-mark-note";
    CommandMarkNoteHelp = "command-mark-note-help";
    CommandMarkPieceAdd = "command-mark-piece-add";
    CommandMarkPieceAddHelp = "command-mark-piece-add-help";
    CommandMarkPieceRemove = "command-mark-piece-remove";
    CommandMarkPieceRemoveHelp = "command-mark-piece-remove-help";
    CommandRelationFollow = "command-relation-follow";
    CommandRelationFollowHelp = "command-relation-follow-help";
    CommandRelationLabel = "command-relation-label";
    CommandRelationLabelHelp = "command-relation-label-help";
    CommandRelationNext = "command-relation-next";
    CommandRelationNextHelp = "command-relation-next-help";
    CommandRelationRemove = "command-relation-remove";
    CommandRelationRemoveHelp = "command-relation-remove-help";
    CommandRelationTie = "command-relation-tie";
    CommandRelationTieHelp = "command-relation-tie-help";
    CommandRelationTurn = "command-relation-turn";
    CommandRelationTurnHelp = "command-relation-turn-help";
    EventArticleLabels { article: Text } = "event-article-labels";
    EventPieceAdd { words: Text } = "event-piece-add";
    EventPieceRemove { words: Text } = "event-piece-remove";
    EventRelationAdd { label: Text, from: Text, to: Text } = "event-relation-add";
    EventRelationLabel { label: Text, from: Text, to: Text } = "event-relation-label";
    EventRelationRemove { label: Text, from: Text, to: Text } = "event-relation-remove";
    EventRelationTurn { label: Text, from: Text, to: Text } = "event-relation-turn";
    FieldsNeedMark = "fields-need-mark";
    HintPieceAdd = "hint-piece-add";
    HintRelate = "hint-relate";
    HintRelateHere = "hint-relate-here";
    HintRelateStop = "hint-relate-stop";
    HintRelating = "hint-relating";
    NoMarkHere = "no-mark-here";
    PieceLast = "piece-last";
    PieceNoMark = "piece-no-mark";
    /// A button: takes one piece off the mark.
    PieceRemove { words: Text } = "piece-remove";
    PieceSelectWords = "piece-select-words";
    RelationAdd = "relation-add";
    RelationBadEnds { label: Text, from: Text, to: Text } = "relation-bad-ends";
    RelationField = "relation-field";
    RelationFrom { words: Text } = "relation-from";
    RelationGo { words: Text } = "relation-go";
    RelationIn = "relation-in";
    RelationLabelOf { words: Text } = "relation-label-of";
    RelationNeedsMarks = "relation-needs-marks";
    /// In a list of relation labels: one that is made by choosing it.
    RelationNew { name: Text } = "relation-new";
    RelationNone = "relation-none";
    RelationNoneFits { from: Text, to: Text } = "relation-none-fits";
    RelationNothing = "relation-nothing";
    RelationOut = "relation-out";
    RelationRemoveThis { label: Text, words: Text } = "relation-remove-this";
    RelationStopped = "relation-stopped";
    RelationThere { label: Text } = "relation-there";
    RelationTitle { from: Text, to: Text } = "relation-title";
    RelationTurnThis { label: Text, words: Text } = "relation-turn-this";
    Relations = "relations";

    // ---- entities.ftl: the mentions of all articles by their words -----------------------------
    EntitiesAgreeing { count: Number } = "entities-agreeing";
    EntitiesAgreeingHide = "entities-agreeing-hide";
    EntitiesAgreeingShow { count: Number } = "entities-agreeing-show";
    EntitiesAnotherLabel = "entities-another-label";
    EntitiesBare = "entities-bare";
    EntitiesBareAloud { count: Number } = "entities-bare-aloud";
    EntitiesBy = "entities-by";
    EntitiesByLink = "entities-by-link";
    EntitiesByLoose = "entities-by-loose";
    EntitiesByWords = "entities-by-words";
    EntitiesCounting = "entities-counting";
    EntitiesCounts { mentions: Number } = "entities-counts";
    EntitiesFilter = "entities-filter";
    EntitiesGroups { count: Number } = "entities-groups";
    EntitiesHints { count: Number } = "entities-hints";
    EntitiesInArticles { count: Number } = "entities-in-articles";
    EntitiesKeys = "entities-keys";
    EntitiesLabels = "entities-labels";
    EntitiesLink { count: Number } = "entities-link";
    EntitiesLinkAll { count: Number } = "entities-link-all";
    EntitiesLinkHint = "entities-link-hint";
    EntitiesLinked { count: Number, articles: Number, link: Text } = "entities-linked";
    EntitiesLinkedAlready = "entities-linked-already";
    EntitiesLinks { count: Number } = "entities-links";
    EntitiesMake { count: Number, label: Text } = "entities-make";
    EntitiesMerge = "entities-merge";
    EntitiesMixed = "entities-mixed";
    /// What was typed is no link.
    EntitiesNoLink { link: Text } = "entities-no-link";
    EntitiesNoMatch = "entities-no-match";
    EntitiesNothing = "entities-nothing";
    EntitiesNothingHow = "entities-nothing-how";
    EntitiesPartly = "entities-partly";
    EntitiesRefuse { count: Number } = "entities-refuse";
    EntitiesSame = "entities-same";
    EntitiesSuggested = "entities-suggested";
    EntitiesTicked { count: Number, mentions: Number } = "entities-ticked";
    EntitiesTitle = "entities-title";
    EntitiesUnlinked { count: Number, articles: Number } = "entities-unlinked";
    EntitiesUnlinkedYet = "entities-unlinked-yet";
    EntitiesWords = "entities-words";

    // ---- history.ftl: every step in words, the name and the time of who works -------------------
    CommandHistoryReturn = "command-history-return";
    CommandHistoryReturnHelp = "command-history-return-help";
    CommandHistoryShow = "command-history-show";
    CommandHistoryShowHelp = "command-history-show-help";
    DurationHours { hours: Number, minutes: Number } = "duration-hours";
    DurationMinutes { minutes: Number } = "duration-minutes";
    DurationSeconds { seconds: Number } = "duration-seconds";
    HistoryAhead { count: Number } = "history-ahead";
    HistoryAllKinds = "history-all-kinds";
    HistoryAnswers = "history-answers";
    HistoryArticles = "history-articles";
    HistoryBatches = "history-batches";
    HistoryCut = "history-cut";
    HistoryEverywhere = "history-everywhere";
    HistoryGo = "history-go";
    HistoryHere = "history-here";
    HistoryKind = "history-kind";
    HistoryList = "history-list";
    HistoryMarks = "history-marks";
    HistoryNone = "history-none";
    HistoryPlace = "history-place";
    HistoryProject = "history-project";
    HistoryRule = "history-rule";
    HistoryScope = "history-scope";
    HistorySomebody = "history-somebody";
    HistoryStart = "history-start";
    HistoryStepAhead = "history-step-ahead";
    HistoryStepAside = "history-step-aside";
    HistoryStepHere = "history-step-here";
    HistorySteps { count: Number } = "history-steps";
    HistoryTakenBack { count: Number } = "history-taken-back";
    HistoryTime { time: Inner } = "history-time";
    HistoryTimeHere { time: Inner } = "history-time-here";
    HistoryTitle = "history-title";
    HistoryWentAside = "history-went-aside";
    HistoryWentBack { count: Number } = "history-went-back";
    HistoryWentOn { count: Number } = "history-went-on";
    HistoryYou = "history-you";
    NameAsk = "name-ask";
    NameKeep = "name-keep";
    NameNone = "name-none";
    SettingName = "setting-name";
    SettingNameHint = "setting-name-hint";

    // ---- dialogs.ftl: commands, keys, import, export ------------------------------------------
    ExportArticles { count: Number } = "export-articles";
    ExportChecked = "export-checked";
    ExportFits = "export-fits";
    ExportFormat = "export-format";
    ExportKeepsAll = "export-keeps-all";
    ExportKeepsLess = "export-keeps-less";
    ExportLayout = "export-layout";
    ExportLayoutFolder = "export-layout-folder";
    ExportLayoutOne = "export-layout-one";
    ExportLosses { count: Number, format: Text } = "export-losses";
    ExportNothing = "export-nothing";
    ExportReceipt { file: Text, articles: Number, marks: Number } = "export-receipt";
    ExportScope = "export-scope";
    ExportScopeAll { count: Number } = "export-scope-all";
    ExportScopeChosen { count: Number } = "export-scope-chosen";
    ExportScopeDone { count: Number } = "export-scope-done";
    ExportScopeThis = "export-scope-this";
    ExportSuggestions { count: Number } = "export-suggestions";
    ExportSuggestionsHint = "export-suggestions-hint";
    ExportTitle = "export-title";
    ExportWrite = "export-write";
    ImportAdded = "import-added";
    ImportAddedMany { count: Number } = "import-added-many";
    /// The bytes of the file are not at hand any more.
    ImportOriginalGone { article: Text } = "import-original-gone";
    /// There is work on the article that reading it again would take away.
    ImportWorkedOn { article: Text } = "import-worked-on";
    ImportAllIn { count: Number } = "import-all-in";
    ImportAllInSkipped { count: Number, skipped: Number } = "import-all-in-skipped";
    ImportAsks = "import-asks";
    ImportCanceled = "import-canceled";
    ImportCopied = "import-copied";
    ImportCopy = "import-copy";
    ImportCopyFailed = "import-copy-failed";
    ImportFieldRead = "import-field-read";
    ImportFieldRows { count: Number } = "import-field-rows";
    ImportHere = "import-here";
    ImportKept = "import-kept";
    ImportMore { count: Number } = "import-more";
    ImportNoneIn { count: Number } = "import-none-in";
    /// How every sentence about a file that was refused begins.
    ImportNotAdded { file: Text } = "import-not-added";
    ImportNotes { count: Number } = "import-notes";
    ImportNothingNew { count: Number } = "import-nothing-new";
    ImportProgress = "import-progress";
    ImportReadAs { encoding: Text } = "import-read-as";
    ImportReading { n: Number, total: Number } = "import-reading";
    ImportReadAgain { article: Text, encoding: Text } = "import-read-again";
    ImportRunning = "import-running";
    /// After the name of a file, before the articles that have the same words.
    ImportSameAs = "import-same-as";
    ImportSavedUndo { count: Number } = "import-saved-undo";
    ImportSkipped { count: Number } = "import-skipped";
    ImportSomeIn { added: Number, total: Number } = "import-some-in";
    ImportSomeNew { added: Number, total: Number } = "import-some-new";
    ImportStart = "import-start";
    ImportUndoAll = "import-undo-all";
    ImportWhichField { file: Text } = "import-which-field";
    ImportWhichFieldMany { count: Number } = "import-which-field-many";
    KeysDecide = "keys-decide";
    /// Beside the caret's keys: with Shift they extend the selection.
    KeysExtend = "keys-extend";
    KeysAnywhere = "keys-anywhere";
    KeysGo = "keys-go";
    KeysHowToRead = "keys-how-to-read";
    KeysScope = "keys-scope";
    KeysSelect = "keys-select";
    KeysTitle = "keys-title";
    /// A city, as an example of a mark.
    LegendCity = "legend-city";
    LegendConfirmed = "legend-confirmed";
    LegendNested = "legend-nested";
    /// An organization whose name ends with that city.
    LegendOffice = "legend-office";
    LegendSuggested = "legend-suggested";
    NameListAdded { name: Text, count: Number } = "name-list-added";
    /// What should be a label's name or a name; the line counts from 1.
    NameListBadLine { file: Text, line: Number, label: Text } = "name-list-bad-line";
    NameListEmpty { file: Text } = "name-list-empty";
    NameListMoreLines { count: Number } = "name-list-more-lines";
    NameListRemoved { name: Text } = "name-list-removed";
    NameListTooLong { file: Text, limit: Number } = "name-list-too-long";
    NameListsAbout = "name-lists-about";
    NameListsChoose = "name-lists-choose";
    NameListsCount { count: Number } = "name-lists-count";
    NameListsLabel = "name-lists-label";
    NameListsNone = "name-lists-none";
    NameListsRemove = "name-lists-remove";
    NameListsRemoveNamed { name: Text } = "name-lists-remove-named";
    NameListsShipped = "name-lists-shipped";
    NameListsTitle = "name-lists-title";
    PaletteAllPlaces { count: Number } = "palette-all-places";
    PaletteArticles = "palette-articles";
    PaletteCommands { count: Number } = "palette-commands";
    PaletteField = "palette-field";
    PaletteFound { count: Number } = "palette-found";
    PaletteLabelFor { words: Text, count: Number } = "palette-label-for";
    PaletteLabels = "palette-labels";
    PaletteNoWords = "palette-no-words";
    PaletteNothing = "palette-nothing";
    PaletteTitle = "palette-title";
    PaletteWords = "palette-words";
    PaletteWordsField = "palette-words-field";
    PaletteWordsHint = "palette-words-hint";
    RemoveArticleDo = "remove-article-do";

    // ---- commands.ftl: names and one-line helps; keys as they are written on key caps ---------
    CommandArticleDone = "command-article-done";
    CommandArticleDoneHelp = "command-article-done-help";
    CommandArticleFinish = "command-article-finish";
    CommandArticleFinishHelp = "command-article-finish-help";
    CommandArticleKeepOrder = "command-article-keep-order";
    CommandArticleKeepOrderHelp = "command-article-keep-order-help";
    CommandArticleLanguage = "command-article-language";
    CommandArticleLanguageHelp = "command-article-language-help";
    CommandArticleMoveDown = "command-article-move-down";
    CommandArticleMoveDownHelp = "command-article-move-down-help";
    CommandArticleMoveUp = "command-article-move-up";
    CommandArticleMoveUpHelp = "command-article-move-up-help";
    CommandArticleNext = "command-article-next";
    CommandArticleNextHelp = "command-article-next-help";
    CommandArticlePrevious = "command-article-previous";
    CommandArticlePreviousHelp = "command-article-previous-help";
    CommandArticleRemove = "command-article-remove";
    CommandArticleRemoveHelp = "command-article-remove-help";
    CommandArticleRename = "command-article-rename";
    CommandArticleRenameHelp = "command-article-rename-help";
    CommandArticleShowAll = "command-article-show-all";
    CommandArticleShowAllHelp = "command-article-show-all-help";
    CommandBatchApply = "command-batch-apply";
    CommandBatchApplyHelp = "command-batch-apply-help";
    CommandBatchClose = "command-batch-close";
    CommandBatchCloseHelp = "command-batch-close-help";
    CommandCaretDown = "command-caret-down";
    CommandCaretDownHelp = "command-caret-down-help";
    CommandCaretLeft = "command-caret-left";
    CommandCaretLeftHelp = "command-caret-left-help";
    CommandCaretLineEnd = "command-caret-line-end";
    CommandCaretLineEndHelp = "command-caret-line-end-help";
    CommandCaretLineStart = "command-caret-line-start";
    CommandCaretLineStartHelp = "command-caret-line-start-help";
    CommandCaretPageDown = "command-caret-page-down";
    CommandCaretPageDownHelp = "command-caret-page-down-help";
    CommandCaretPageUp = "command-caret-page-up";
    CommandCaretPageUpHelp = "command-caret-page-up-help";
    CommandCaretRight = "command-caret-right";
    CommandCaretRightHelp = "command-caret-right-help";
    CommandCaretUp = "command-caret-up";
    CommandCaretUpHelp = "command-caret-up-help";
    CommandCaretWordLeft = "command-caret-word-left";
    CommandCaretWordLeftHelp = "command-caret-word-left-help";
    CommandCaretWordRight = "command-caret-word-right";
    CommandCaretWordRightHelp = "command-caret-word-right-help";
    CommandEditRedo = "command-edit-redo";
    CommandEditRedoHelp = "command-edit-redo-help";
    CommandEditUndo = "command-edit-undo";
    CommandEditUndoHelp = "command-edit-undo-help";
    CommandFileAdd = "command-file-add";
    CommandFileAddHelp = "command-file-add-help";
    CommandFileExport = "command-file-export";
    CommandFileExportHelp = "command-file-export-help";
    CommandFileFolder = "command-file-folder";
    CommandFileFolderHelp = "command-file-folder-help";
    CommandFilePaste = "command-file-paste";
    CommandFilePasteHelp = "command-file-paste-help";
    CommandFileSamples = "command-file-samples";
    CommandFileSamplesHelp = "command-file-samples-help";
    CommandFilePrint = "command-file-print";
    CommandFilePrintHelp = "command-file-print-help";
    CommandFileSave = "command-file-save";
    CommandFileSaveHelp = "command-file-save-help";
    CommandMarkAccept = "command-mark-accept";
    CommandMarkAcceptHelp = "command-mark-accept-help";
    CommandMarkAcceptAll = "command-mark-accept-all";
    CommandMarkAcceptAllHelp = "command-mark-accept-all-help";
    CommandMarkAcceptLabel = "command-mark-accept-label";
    CommandMarkAcceptLabelHelp = "command-mark-accept-label-help";
    CommandMarkAcceptParagraph = "command-mark-accept-paragraph";
    CommandMarkAcceptParagraphHelp = "command-mark-accept-paragraph-help";
    CommandMarkEndLeft = "command-mark-end-left";
    CommandMarkEndLeftHelp = "command-mark-end-left-help";
    CommandMarkEndLeftLetter = "command-mark-end-left-letter";
    CommandMarkEndLeftLetterHelp = "command-mark-end-left-letter-help";
    CommandMarkEndRight = "command-mark-end-right";
    CommandMarkEndRightHelp = "command-mark-end-right-help";
    CommandMarkEndRightLetter = "command-mark-end-right-letter";
    CommandMarkEndRightLetterHelp = "command-mark-end-right-letter-help";
    CommandMarkLabelType = "command-mark-label-type";
    CommandMarkLabelTypeHelp = "command-mark-label-type-help";
    CommandMarkNext = "command-mark-next";
    CommandMarkNextHelp = "command-mark-next-help";
    CommandMarkNextDoubtful = "command-mark-next-doubtful";
    CommandMarkNextDoubtfulHelp = "command-mark-next-doubtful-help";
    CommandMarkPrevious = "command-mark-previous";
    CommandMarkPreviousHelp = "command-mark-previous-help";
    CommandMarkReject = "command-mark-reject";
    CommandMarkRejectHelp = "command-mark-reject-help";
    CommandMarkRemove = "command-mark-remove";
    CommandMarkRemoveHelp = "command-mark-remove-help";
    CommandMarkSame = "command-mark-same";
    CommandMarkSameHelp = "command-mark-same-help";
    CommandMarkSkip = "command-mark-skip";
    CommandMarkSkipHelp = "command-mark-skip-help";
    CommandMarkStartLeft = "command-mark-start-left";
    CommandMarkStartLeftHelp = "command-mark-start-left-help";
    CommandMarkStartLeftLetter = "command-mark-start-left-letter";
    CommandMarkStartLeftLetterHelp = "command-mark-start-left-letter-help";
    CommandMarkStartRight = "command-mark-start-right";
    CommandMarkStartRightHelp = "command-mark-start-right-help";
    CommandMarkStartRightLetter = "command-mark-start-right-letter";
    CommandMarkStartRightLetterHelp = "command-mark-start-right-letter-help";
    CommandMarkTypeWords = "command-mark-type-words";
    CommandMarkTypeWordsHelp = "command-mark-type-words-help";
    CommandProjectDelete = "command-project-delete";
    CommandProjectDeleteHelp = "command-project-delete-help";
    CommandProjectDuplicate = "command-project-duplicate";
    CommandProjectDuplicateHelp = "command-project-duplicate-help";
    CommandProjectNew = "command-project-new";
    CommandProjectNewHelp = "command-project-new-help";
    CommandProjectOpen = "command-project-open";
    CommandProjectOpenHelp = "command-project-open-help";
    CommandProjectRename = "command-project-rename";
    CommandProjectRenameHelp = "command-project-rename-help";
    CommandProjectTakeOver = "command-project-take-over";
    CommandProjectTakeOverHelp = "command-project-take-over-help";
    CommandSelectDown = "command-select-down";
    CommandSelectDownHelp = "command-select-down-help";
    CommandSelectLeft = "command-select-left";
    CommandSelectLeftHelp = "command-select-left-help";
    CommandSelectLineEnd = "command-select-line-end";
    CommandSelectLineEndHelp = "command-select-line-end-help";
    CommandSelectLineStart = "command-select-line-start";
    CommandSelectLineStartHelp = "command-select-line-start-help";
    CommandSearchNext = "command-search-next";
    CommandSearchNextHelp = "command-search-next-help";
    CommandSearchPrevious = "command-search-previous";
    CommandSearchPreviousHelp = "command-search-previous-help";
    CommandSearchShow = "command-search-show";
    CommandSearchShowHelp = "command-search-show-help";
    CommandSelectNone = "command-select-none";
    CommandSelectNoneHelp = "command-select-none-help";
    CommandSelectPageDown = "command-select-page-down";
    CommandSelectPageDownHelp = "command-select-page-down-help";
    CommandSelectPageUp = "command-select-page-up";
    CommandSelectPageUpHelp = "command-select-page-up-help";
    CommandSelectRight = "command-select-right";
    CommandSelectRightHelp = "command-select-right-help";
    CommandSelectUp = "command-select-up";
    CommandSelectUpHelp = "command-select-up-help";
    CommandSelectWordLeft = "command-select-word-left";
    CommandSelectWordLeftHelp = "command-select-word-left-help";
    CommandSelectWordRight = "command-select-word-right";
    CommandSelectWordRightHelp = "command-select-word-right-help";
    CommandLearnAll = "command-learn-all";
    CommandLearnAllHelp = "command-learn-all-help";
    CommandLearnForget = "command-learn-forget";
    CommandLearnForgetHelp = "command-learn-forget-help";
    CommandLearnSwitch = "command-learn-switch";
    CommandLearnSwitchHelp = "command-learn-switch-help";
    CommandNamesShow = "command-names-show";
    CommandNamesShowHelp = "command-names-show-help";
    CommandSchemaSave = "command-schema-save";
    CommandSchemaSaveHelp = "command-schema-save-help";
    CommandSchemaShow = "command-schema-show";
    CommandSchemaShowHelp = "command-schema-show-help";
    CommandViewCommands = "command-view-commands";
    CommandViewCommandsHelp = "command-view-commands-help";
    CommandViewInspector = "command-view-inspector";
    CommandViewInspectorHelp = "command-view-inspector-help";
    CommandViewKeys = "command-view-keys";
    CommandViewKeysHelp = "command-view-keys-help";
    CommandViewLanguage = "command-view-language";
    CommandViewLanguageHelp = "command-view-language-help";
    CommandViewList = "command-view-list";
    CommandViewListHelp = "command-view-list-help";
    CommandViewNextRegion = "command-view-next-region";
    CommandViewNextRegionHelp = "command-view-next-region-help";
    CommandViewPreviousRegion = "command-view-previous-region";
    CommandViewPreviousRegionHelp = "command-view-previous-region-help";
    CommandViewRejected = "command-view-rejected";
    CommandViewRejectedHelp = "command-view-rejected-help";
    CommandViewEntities = "command-view-entities";
    CommandViewEntitiesHelp = "command-view-entities-help";
    CommandViewStatistics = "command-view-statistics";
    CommandViewStatisticsHelp = "command-view-statistics-help";
    CommandViewGuidelines = "command-view-guidelines";
    CommandViewGuidelinesHelp = "command-view-guidelines-help";
    CommandViewInvisibles = "command-view-invisibles";
    CommandViewInvisiblesHelp = "command-view-invisibles-help";
    CommandViewLetters = "command-view-letters";
    CommandViewLettersHelp = "command-view-letters-help";
    CommandViewLineHeight = "command-view-line-height";
    CommandViewLineHeightHelp = "command-view-line-height-help";
    CommandViewMeasure = "command-view-measure";
    CommandViewMeasureHelp = "command-view-measure-help";
    CommandViewMotion = "command-view-motion";
    CommandViewMotionHelp = "command-view-motion-help";
    CommandViewSettings = "command-view-settings";
    CommandViewSettingsHelp = "command-view-settings-help";
    CommandViewSpoken = "command-view-spoken";
    CommandViewSpokenHelp = "command-view-spoken-help";
    CommandViewTags = "command-view-tags";
    CommandViewTagsHelp = "command-view-tags-help";
    CommandViewTextLarger = "command-view-text-larger";
    CommandViewTextLargerHelp = "command-view-text-larger-help";
    CommandViewTextSmaller = "command-view-text-smaller";
    CommandViewTextSmallerHelp = "command-view-text-smaller-help";
    CommandViewWhole = "command-view-whole";
    CommandViewWholeHelp = "command-view-whole-help";
    CommandViewTheme = "command-view-theme";
    CommandViewThemeHelp = "command-view-theme-help";
    KeyDelete = "key-delete";
    KeyEnd = "key-end";
    KeyEnter = "key-enter";
    KeyEscape = "key-escape";
    KeyHome = "key-home";
    KeyPageDown = "key-page-down";
    KeyPageUp = "key-page-up";
    KeyShift = "key-shift";
    KeySpace = "key-space";

    // ---- settings.ftl: settings, keys of one's own, guidelines, print, panels' widths -----------
    AloudSetting { name: Inner, value: Inner } = "aloud-setting";
    AloudTextSize { size: Number } = "aloud-text-size";
    GuidelinesDescribe = "guidelines-describe";
    GuidelinesDescription { label: Text } = "guidelines-description";
    GuidelinesFilter = "guidelines-filter";
    GuidelinesLabels = "guidelines-labels";
    GuidelinesNoMatch = "guidelines-no-match";
    GuidelinesOwn = "guidelines-own";
    GuidelinesOwnHint = "guidelines-own-hint";
    GuidelinesSaved = "guidelines-saved";
    GuidelinesTitle = "guidelines-title";
    KeyNeededByBrowser = "key-needed-by-browser";
    KeyNeededBySystem = "key-needed-by-system";
    KeyNeededForMenus = "key-needed-for-menus";
    KeyNeededForSigns = "key-needed-for-signs";
    KeysChange { command: Inner, keys: Text } = "keys-change";
    KeysFilter = "keys-filter";
    KeysHeldByCommand { chord: Text, command: Inner } = "keys-held-by-command";
    KeysHeldByLabel { chord: Text, label: Text } = "keys-held-by-label";
    KeysNoMatch = "keys-no-match";
    KeysNone = "keys-none";
    KeysPress = "keys-press";
    KeysRefused { chord: Text, why: Inner } = "keys-refused";
    KeysReset = "keys-reset";
    KeysResetAll = "keys-reset-all";
    KeysSwap = "keys-swap";
    KeysUnset = "keys-unset";
    KeysView = "keys-view";
    LearningCluesLost { count: Number } = "learning-clues-lost";
    LearningForgotten { count: Number } = "learning-forgotten";
    LearningFrom { count: Number } = "learning-from";
    LearningFromAll { count: Number } = "learning-from-all";
    LearningLeftOut { count: Number } = "learning-left-out";
    LearningNothing = "learning-nothing";
    LearningOff = "learning-off";
    LearningSoFar { count: Number, total: Number } = "learning-so-far";
    LearningWordsLost { count: Number } = "learning-words-lost";
    /// A tool tip: what a button does, and the keys that do it.
    NameWithKeys { name: Text, keys: Text } = "name-with-keys";
    PrintConfirmed = "print-confirmed";
    PrintLegend = "print-legend";
    PrintSuggested = "print-suggested";
    SettingAlways = "setting-always";
    SettingAsSystem = "setting-as-system";
    SettingClose = "setting-close";
    SettingDark = "setting-dark";
    SettingInvisibles = "setting-invisibles";
    SettingInvisiblesHint = "setting-invisibles-hint";
    SettingLanguage = "setting-language";
    SettingOffer = "setting-offer";
    SettingOfferHint = "setting-offer-hint";
    SettingLearn = "setting-learn";
    SettingLearnHint = "setting-learn-hint";
    SettingLessMotion = "setting-less-motion";
    SettingLetters = "setting-letters";
    SettingLettersHint = "setting-letters-hint";
    SettingLight = "setting-light";
    SettingLineHeight = "setting-line-height";
    SettingMeasure = "setting-measure";
    SettingMotion = "setting-motion";
    SettingNarrow = "setting-narrow";
    SettingNever = "setting-never";
    SettingOff = "setting-off";
    SettingOn = "setting-on";
    SettingOnFocus = "setting-on-focus";
    SettingRegular = "setting-regular";
    SettingRejected = "setting-rejected";
    SettingSample = "setting-sample";
    SettingSpoken = "setting-spoken";
    SettingSpokenHint = "setting-spoken-hint";
    SettingTags = "setting-tags";
    SettingTagsHint = "setting-tags-hint";
    SettingTextLarger = "setting-text-larger";
    SettingTextSize = "setting-text-size";
    SettingTextSmaller = "setting-text-smaller";
    SettingTheme = "setting-theme";
    SettingWhole = "setting-whole";
    SettingWholeHint = "setting-whole-hint";
    SettingWide = "setting-wide";
    SettingsAccess = "settings-access";
    SettingsArticle = "settings-article";
    SettingsKept = "settings-kept";
    SettingsKeys = "settings-keys";
    SettingsPage = "settings-page";
    SettingsSuggestions = "settings-suggestions";
    SettingsTitle = "settings-title";
    SpokenEnd { label: Text } = "spoken-end";
    SpokenStart { label: Text } = "spoken-start";
    WidthInspector = "width-inspector";
    WidthList = "width-list";

    // ---- schema.ftl: labels and all else that a schema defines ---------------------------------
    PresetAce = "preset-ace";
    PresetConll = "preset-conll";
    PresetOntonotes = "preset-ontonotes";
    SchemaBadLine { file: Text, line: Number, cause: Inner } = "schema-bad-line";
    SchemaDeleted { name: Text, marks: Number, relations: Number, articles: Number } = "schema-deleted";
    SchemaFromFile { file: Text } = "schema-from-file";
    SchemaGroupInUse { name: Text, group: Text, count: Number } = "schema-group-in-use";
    SchemaKeyNone = "schema-key-none";
    SchemaKeyOfCommand { key: Text, command: Inner } = "schema-key-of-command";
    SchemaKeyOfLabel { key: Text, label: Text } = "schema-key-of-label";
    SchemaLeftOut { file: Text, line: Number, what: Text } = "schema-left-out";
    SchemaMerged { name: Text, into: Text, marks: Number, articles: Number } = "schema-merged";
    SchemaMoreProblems { count: Number } = "schema-more-problems";
    SchemaNameEmpty = "schema-name-empty";
    SchemaNameLong { limit: Number } = "schema-name-long";
    SchemaNameTaken { name: Text } = "schema-name-taken";
    SchemaNoArgument { name: Text } = "schema-no-argument";
    SchemaNoColon { words: Text } = "schema-no-colon";
    SchemaNoSection = "schema-no-section";
    SchemaNoValue { name: Text } = "schema-no-value";
    SchemaNotMerged { name: Text, into: Text } = "schema-not-merged";
    SchemaNothing { file: Text } = "schema-nothing";
    SchemaOpenSection = "schema-open-section";
    SchemaParentLoop { name: Text } = "schema-parent-loop";
    SchemaPartLeftOut { file: Text, part: Text, count: Number } = "schema-part-left-out";
    SchemaSaved { file: Text } = "schema-saved";
    SchemaSpacyConfig { file: Text } = "schema-spacy-config";
    SchemaTaken { count: Number } = "schema-taken";
    SchemaTwice { name: Text } = "schema-twice";
    SchemaUnknownField { place: Text } = "schema-unknown-field";
    SchemaValuesInUse { name: Text, count: Number } = "schema-values-in-use";
    SchemaAdd = "schema-add";
    SchemaAdded { count: Number } = "schema-added";
    SchemaAnchoring = "schema-anchoring";
    SchemaAnchoringCharacters = "schema-anchoring-characters";
    SchemaAnchoringHint = "schema-anchoring-hint";
    SchemaAnchoringTokens = "schema-anchoring-tokens";
    SchemaAnyLabel = "schema-any-label";
    SchemaAnyText = "schema-any-text";
    SchemaArriving { source: Inner } = "schema-arriving";
    SchemaAttributes = "schema-attributes";
    SchemaChoice = "schema-choice";
    SchemaChoices = "schema-choices";
    SchemaChooseFile = "schema-choose-file";
    SchemaChooseLabels = "schema-choose-labels";
    SchemaColor = "schema-color";
    SchemaColorHint = "schema-color-hint";
    SchemaColorOwn = "schema-color-own";
    SchemaColorSlot { count: Number } = "schema-color-slot";
    SchemaDelete = "schema-delete";
    SchemaDeleteAsk { name: Text } = "schema-delete-ask";
    SchemaDescription = "schema-description";
    SchemaDocumentLabels = "schema-document-labels";
    SchemaDoDelete = "schema-do-delete";
    SchemaDoMerge = "schema-do-merge";
    SchemaDown = "schema-down";
    SchemaEdit = "schema-edit";
    SchemaEditLabels = "schema-edit-labels";
    SchemaEditNamed { name: Text } = "schema-edit-named";
    SchemaEmptyHint = "schema-empty-hint";
    SchemaFiles = "schema-files";
    SchemaFilter = "schema-filter";
    SchemaFlag = "schema-flag";
    SchemaFrom = "schema-from";
    SchemaFromOutside = "schema-from-outside";
    SchemaFromOutsideHint = "schema-from-outside-hint";
    SchemaGroup = "schema-group";
    SchemaGroupHint = "schema-group-hint";
    SchemaHidden = "schema-hidden";
    SchemaIsHidden = "schema-is-hidden";
    SchemaKept { count: Number } = "schema-kept";
    SchemaKey = "schema-key";
    SchemaKindOf { name: Text } = "schema-kind-of";
    SchemaKnown { count: Number } = "schema-known";
    SchemaLabelsWithIt = "schema-labels-with-it";
    SchemaMarks { count: Number } = "schema-marks";
    SchemaMergeAsk { name: Text, into: Text } = "schema-merge-ask";
    SchemaMergeInto = "schema-merge-into";
    SchemaName = "schema-name";
    SchemaNew = "schema-new";
    SchemaNone = "schema-none";
    SchemaOverlap = "schema-overlap";
    SchemaOverlapAny = "schema-overlap-any";
    SchemaOverlapHint = "schema-overlap-hint";
    SchemaOverlapNested = "schema-overlap-nested";
    SchemaOverlapNone = "schema-overlap-none";
    SchemaParent = "schema-parent";
    SchemaParentNone = "schema-parent-none";
    SchemaParts = "schema-parts";
    SchemaPresets = "schema-presets";
    SchemaRelations = "schema-relations";
    SchemaRules = "schema-rules";
    SchemaSplit = "schema-split";
    SchemaSplitName = "schema-split-name";
    SchemaSplitShow = "schema-split-show";
    SchemaSuggested = "schema-suggested";
    SchemaSuggestedHint = "schema-suggested-hint";
    SchemaTakeAdd = "schema-take-add";
    SchemaTakeReplace = "schema-take-replace";
    SchemaTakes = "schema-takes";
    SchemaTitle = "schema-title";
    SchemaTo = "schema-to";
    SchemaTouches { marks: Number, relations: Number, decisions: Number, labeled: Number, articles: Number } = "schema-touches";
    SchemaTouchesNothing = "schema-touches-nothing";
    SchemaUnused { count: Number } = "schema-unused";
    SchemaUp = "schema-up";
    XmlCut = "xml-cut";
    XmlEntity = "xml-entity";
    XmlNoEnd { name: Text } = "xml-no-end";
    XmlNoName = "xml-no-name";
    XmlNoValue { name: Text } = "xml-no-value";
    XmlStrayEnd { name: Text } = "xml-stray-end";

    // ---- guide.ftl: what goes under each label; four lines each, see `session::guide` ----------
    GuidePerson = "guide-person";
    GuideOrg = "guide-org";
    GuideGpe = "guide-gpe";
    GuideLoc = "guide-loc";
    GuideDate = "guide-date";
    GuideMoney = "guide-money";
    GuidePercent = "guide-percent";
    GuideCardinal = "guide-cardinal";
    GuideEvent = "guide-event";
    GuideNorp = "guide-norp";
    GuideFac = "guide-fac";
    GuideProduct = "guide-product";
    GuideWork = "guide-work";
    GuideLaw = "guide-law";
    GuideLanguage = "guide-language";
    GuideTime = "guide-time";
    GuideQuantity = "guide-quantity";
    GuideOrdinal = "guide-ordinal";

    // ---- status.ftl: the status bar, what is undone, saving -----------------------------------
    ChangesNotInFile { count: Number } = "changes-not-in-file";
    EventBatchLabel { count: Number, articles: Number, label: Text } = "event-batch-label";
    EventBatchRemove { count: Number, articles: Number } = "event-batch-remove";
    EventAccept { words: Text, label: Text } = "event-accept";
    EventAcceptMany { count: Number } = "event-accept-many";
    EventAttribute { words: Text } = "event-attribute";
    EventArticleDone { article: Text } = "event-article-done";
    EventArticleFinish { article: Text, count: Number } = "event-article-finish";
    EventArticleLanguage { article: Text } = "event-article-language";
    EventArticleMove = "event-article-move";
    EventArticleName { article: Text } = "event-article-name";
    EventArticleOrder = "event-article-order";
    EventArticleRemove { article: Text } = "event-article-remove";
    EventArticleReopen { article: Text } = "event-article-reopen";
    EventDescribe = "event-describe";
    EventGuidelines = "event-guidelines";
    EventOther = "event-other";
    EventEdges { words: Text } = "event-edges";
    EventImport { count: Number } = "event-import";
    EventLabel { words: Text, label: Text } = "event-label";
    EventLabelMany { label: Text, count: Number } = "event-label-many";
    EventLink { words: Text } = "event-link";
    EventLinkMany { count: Number, articles: Number } = "event-link-many";
    EventNameListAdd = "event-name-list-add";
    EventNameListRemove = "event-name-list-remove";
    EventSchemaAdd { name: Text } = "event-schema-add";
    EventSchemaDefine { name: Text } = "event-schema-define";
    EventSchemaDelete { name: Text } = "event-schema-delete";
    EventSchemaMerge { name: Text } = "event-schema-merge";
    EventSchemaOrder = "event-schema-order";
    EventSchemaRename { old: Text, name: Text } = "event-schema-rename";
    EventSchemaRules = "event-schema-rules";
    EventSchemaTake = "event-schema-take";
    EventNote { words: Text } = "event-note";
    EventProjectName = "event-project-name";
    EventReject { words: Text, label: Text } = "event-reject";
    EventRelabel { words: Text, label: Text } = "event-relabel";
    EventRemove { words: Text, label: Text } = "event-remove";
    EventSkip { words: Text } = "event-skip";
    /// How much of the trained model has come, in kilobytes.
    ModelLoading { read: Number, total: Number } = "model-loading";
    /// The same, where nobody knows how much there is.
    ModelLoadingSome { read: Number } = "model-loading-some";
    /// How much of the trained model is unpacked, in the page that has it inside.
    ModelUnpacking { percent: Number } = "model-unpacking";
    NotSaved = "not-saved";
    OffsetsAt { start: Number, end: Number, paragraph: Number } = "offsets-at";
    OffsetsAtTitle { start: Number, end: Number } = "offsets-at-title";
    /// In the place of `Saved`, in a tab that only shows.
    /// A newer version of the page has come while this one was open.
    PageRenewed = "page-renewed";
    ReadOnly = "read-only";
    Redone { what: Inner } = "redone";
    RequestsSinceLoad { count: Number } = "requests-since-load";
    ReviewedOf { done: Number, total: Number } = "reviewed-of";
    Saved = "saved";
    Saving = "saving";
    Undone { what: Inner } = "undone";

    // ---- errors.ftl: what happened, what is safe, what to do ----------------------------------
    CheckBlank { article: Text, words: Text, label: Text } = "check-blank";
    CheckByteOrderMark { article: Text } = "check-byte-order-mark";
    CheckCarriageReturns { article: Text, count: Number } = "check-carriage-returns";
    CheckDuplicate { article: Text, words: Text, label: Text } = "check-duplicate";
    CheckEmpty { article: Text } = "check-empty";
    CheckGrapheme { article: Text, words: Text, label: Text } = "check-grapheme";
    CheckLabelUnknown { article: Text, start: Number, end: Number } = "check-label-unknown";
    CheckOutside { article: Text, start: Number, end: Number } = "check-outside";
    CheckRelationLoose { article: Text, label: Text } = "check-relation-loose";
    /// A document with the same name and other words is in the project.
    ArticleNameTaken { file: Text, name: Text } = "article-name-taken";
    /// The same document is in the project already.
    ArticleDuplicate { file: Text, article: Text } = "article-duplicate";
    /// Why nothing is written: goes into `StorageFailed`, as do the next two.
    CauseClosed = "cause-closed";
    CauseRefused = "cause-refused";
    CauseSlow = "cause-slow";
    EditBadArticle { article: Text } = "edit-bad-article";
    EditBadRange { start: Number, end: Number } = "edit-bad-range";
    EditBadSchema = "edit-bad-schema";
    EditLooseRelation = "edit-loose-relation";
    EditNotLoaded { article: Text } = "edit-not-loaded";
    EditRefused = "edit-refused";
    /// What should stand at a place of a file: goes into `json-shape` and `part-left-out`.
    ExpectedColor = "expected-color";
    ExpectedFlag = "expected-flag";
    ExpectedId = "expected-id";
    ExpectedKnown = "expected-known";
    ExpectedList = "expected-list";
    ExpectedNumber = "expected-number";
    ExpectedObject = "expected-object";
    ExpectedText = "expected-text";
    /// `fields` is a list of names.
    FieldNotPlain { file: Text, fields: Text } = "field-not-plain";
    ExportFailed { file: Text } = "export-failed";
    /// The written bytes, read again, were not what is in the page.
    ExportReadBackFailed { file: Text, article: Text } = "export-read-back-failed";
    FileByteOrderMark { file: Text } = "file-byte-order-mark";
    /// `encoding` is a proper name.
    FileEncoding { file: Text, encoding: Text } = "file-encoding";
    FileNothingInside { file: Text } = "file-nothing-inside";
    FileRefusedBinary { file: Text, byte: Number } = "file-refused-binary";
    FileRefusedEmpty { file: Text } = "file-refused-empty";
    /// `kind` is the name of a kind of file, such as PDF.
    FileRefusedKind { file: Text, kind: Text } = "file-refused-kind";
    /// `bytes` of at most `limit`; both in MiB.
    FileRefusedLong { file: Text, size: Number, limit: Number } = "file-refused-long";
    FileRefusedZip { file: Text } = "file-refused-zip";
    /// `count` bad places became U+FFFD, the first in `line`.
    FileReplaced { file: Text, encoding: Text, count: Number, line: Number } = "file-replaced";
    FileUnreadable { file: Text } = "file-unreadable";
    FormatUnknown { file: Text } = "format-unknown";
    JsonBroken { file: Text, line: Number, column: Number, cause: Inner } = "json-broken";
    /// What is wrong with JSON: goes into `json-broken` and `line-broken`.
    JsonCauseColon = "json-cause-colon";
    JsonCauseComma = "json-cause-comma";
    JsonCauseControl = "json-cause-control";
    JsonCauseEnd = "json-cause-end";
    JsonCauseEscape = "json-cause-escape";
    JsonCauseHalf = "json-cause-half";
    JsonCauseLooseComma = "json-cause-loose-comma";
    JsonCauseName = "json-cause-name";
    JsonCauseNumber = "json-cause-number";
    JsonCauseOther = "json-cause-other";
    JsonCauseRest = "json-cause-rest";
    JsonCauseValue = "json-cause-value";
    JsonFieldTwice { file: Text, field: Text } = "json-field-twice";
    /// A member is missing or of another kind; `place` is a path such as `documents[2].text`.
    JsonShape { file: Text, place: Text, expected: Inner } = "json-shape";
    JsonTooDeep { file: Text, limit: Number } = "json-too-deep";
    LabelAdded { file: Text, label: Text } = "label-added";
    /// One line of a file of records; the file's name carries the line's number.
    LineBroken { file: Text, column: Number, cause: Inner } = "line-broken";
    /// The lists of names did not come, or not whole.
    ListsUnreadable = "lists-unreadable";
    MarkOutsideText { file: Text, place: Text, start: Number, end: Number, length: Number } = "mark-outside-text";
    /// The words at the offsets are not the words that the file quotes.
    MarkQuoteDiffers { file: Text, place: Text, quoted: Text, found: Text } = "mark-quote-differs";
    /// The trained model is not as it was written.
    ModelDamaged = "model-damaged";
    /// The trained model did not come.
    ModelMissing = "model-missing";
    /// The trained model is of another version than the page.
    ModelOtherVersion = "model-other-version";
    /// The schema's policy does not allow the new mark beside the one named.
    MarkOverlaps { words: Text, label: Text } = "mark-overlaps";
    NothingToImport = "nothing-to-import";
    TabReadOnly = "tab-read-only";
    /// One part of a file; the rest of it was taken.
    PartLeftOut { file: Text, place: Text, expected: Inner } = "part-left-out";
    /// In a table: a quotation that does not end.
    QuoteOpen { file: Text, line: Number } = "quote-open";
    /// In a table: a row with more fields than there are columns.
    RowLong { file: Text, found: Number, columns: Number } = "row-long";
    /// A record in the browser's storage could not be read; what stands before it is there.
    StorageDamaged { count: Number } = "storage-damaged";
    StorageFailed { count: Number, cause: Text } = "storage-failed";
    StorageFull { count: Number } = "storage-full";
    /// The browser has removed what it kept.
    StorageLost { count: Number } = "storage-lost";
    StorageNewer = "storage-newer";
    StorageNone = "storage-none";
    StorageSaveToFile = "storage-save-to-file";
    StorageUnreadable = "storage-unreadable";
    /// Open suggestions in a file became the work of a model, without their scores.
    SuggestionsApart { file: Text, count: Number } = "suggestions-apart";
    TabSecond = "tab-second";
    TabTakeOver = "tab-take-over";
    TabTakenOver { count: Number } = "tab-taken-over";
    /// The text is not the one that its hash was made of.
    TextChanged { file: Text, article: Text } = "text-changed";
    VersionNewer { file: Text, found: Number, known: Number } = "version-newer";
    WorkerFailed { cause: Text } = "worker-failed";
    ZipEncrypted { file: Text } = "zip-encrypted";
    ZipGrowth { file: Text } = "zip-growth";
    ZipInside { file: Text } = "zip-inside";
    ZipLink { file: Text } = "zip-link";
    /// `limit` in MiB.
    ZipLong { file: Text, limit: Number } = "zip-long";
    ZipMany { file: Text, found: Number, limit: Number } = "zip-many";
    ZipMethod { file: Text, method: Number } = "zip-method";
    ZipOverlap { file: Text } = "zip-overlap";

    // ---- formats.ftl: what the export dialog and the command line say of a format --------------
    FormatCsv = "format-csv";
    FormatCsvHelp = "format-csv-help";
    FormatHtml = "format-html";
    FormatHtmlHelp = "format-html-help";
    FormatJson = "format-json";
    FormatJsonHelp = "format-json-help";
    FormatJsonl = "format-jsonl";
    FormatJsonlHelp = "format-jsonl-help";
    FormatMarkdown = "format-markdown";
    FormatMarkdownHelp = "format-markdown-help";
    FormatNative = "format-native";
    FormatNativeHelp = "format-native-help";
    FormatText = "format-text";
    FormatTextHelp = "format-text-help";
    LossArticleLabels { count: Number } = "loss-article-labels";
    LossArticles { count: Number } = "loss-articles";
    LossAttributes { count: Number } = "loss-attributes";
    LossDecisions { count: Number } = "loss-decisions";
    LossDefinitions { count: Number } = "loss-definitions";
    LossIds { count: Number } = "loss-ids";
    LossLanguages { count: Number } = "loss-languages";
    LossLinks { count: Number } = "loss-links";
    LossMarks { count: Number } = "loss-marks";
    LossMeta { count: Number } = "loss-meta";
    LossNames { count: Number } = "loss-names";
    LossNotes { count: Number } = "loss-notes";
    LossProvenance { count: Number } = "loss-provenance";
    LossRelations { count: Number } = "loss-relations";
    LossReviewed { count: Number } = "loss-reviewed";
    LossStatus { count: Number } = "loss-status";
    LossSuggestions { count: Number } = "loss-suggestions";
    LossTracks { count: Number } = "loss-tracks";
    ThingArticleLabels = "thing-article-labels";
    ThingArticles = "thing-articles";
    ThingAttributes = "thing-attributes";
    ThingDecisions = "thing-decisions";
    ThingDefinitions = "thing-definitions";
    ThingIds = "thing-ids";
    ThingLanguages = "thing-languages";
    ThingLinks = "thing-links";
    ThingMarks = "thing-marks";
    ThingMeta = "thing-meta";
    ThingNames = "thing-names";
    ThingNotes = "thing-notes";
    ThingProvenance = "thing-provenance";
    ThingRelations = "thing-relations";
    ThingReviewed = "thing-reviewed";
    ThingStatus = "thing-status";
    ThingSuggestions = "thing-suggestions";
    ThingTracks = "thing-tracks";

    // ---- statistics.ftl: what is counted, as tables and pictures -------------------------------
    StatisticsAcceptRate = "statistics-accept-rate";
    StatisticsAccepted = "statistics-accepted";
    StatisticsAll = "statistics-all";
    StatisticsAnswers = "statistics-answers";
    StatisticsArticle = "statistics-article";
    StatisticsAtLeast = "statistics-at-least";
    StatisticsAtMost = "statistics-at-most";
    /// Marks that one step made or answered together.
    StatisticsAtOnce { count: Number } = "statistics-at-once";
    /// A range of scores.
    StatisticsBand { from: Decimal, to: Decimal } = "statistics-band";
    StatisticsBoundsNote = "statistics-bounds-note";
    StatisticsByArticle = "statistics-by-article";
    StatisticsCharacters = "statistics-characters";
    StatisticsCharactersLower = "statistics-characters-lower";
    StatisticsCharactersMedian = "statistics-characters-median";
    StatisticsCharactersMost = "statistics-characters-most";
    StatisticsCharactersUpper = "statistics-characters-upper";
    StatisticsChartBars = "statistics-chart-bars";
    StatisticsChartHistogram { unit: Inner } = "statistics-chart-histogram";
    StatisticsChartReliability = "statistics-chart-reliability";
    StatisticsConfirmed = "statistics-confirmed";
    /// The table by this name is in the clipboard.
    StatisticsCopied { name: Inner } = "statistics-copied";
    StatisticsCopy = "statistics-copy";
    StatisticsCopyFailed = "statistics-copy-failed";
    StatisticsCorrected = "statistics-corrected";
    StatisticsDecided = "statistics-decided";
    StatisticsDone = "statistics-done";
    StatisticsInArticles = "statistics-in-articles";
    StatisticsLabel = "statistics-label";
    StatisticsLabels = "statistics-labels";
    StatisticsLengths = "statistics-lengths";
    StatisticsLowerSeconds = "statistics-lower-seconds";
    StatisticsMarks = "statistics-marks";
    StatisticsMarksAnArticle = "statistics-marks-an-article";
    StatisticsMeanScore = "statistics-mean-score";
    StatisticsMedianSeconds = "statistics-median-seconds";
    StatisticsMinutes = "statistics-minutes";
    /// Suggestions that were right but for where they begin or end.
    StatisticsMoved = "statistics-moved";
    StatisticsNoHistory = "statistics-no-history";
    StatisticsNothing = "statistics-nothing";
    StatisticsProgress = "statistics-progress";
    StatisticsRateNote = "statistics-rate-note";
    StatisticsRejected = "statistics-rejected";
    StatisticsRelabeled = "statistics-relabeled";
    StatisticsReviewed = "statistics-reviewed";
    StatisticsRight = "statistics-right";
    StatisticsSave = "statistics-save";
    StatisticsScore = "statistics-score";
    StatisticsScores = "statistics-scores";
    StatisticsSecondsAMark = "statistics-seconds-a-mark";
    StatisticsSkipped = "statistics-skipped";
    StatisticsSuggested = "statistics-suggested";
    StatisticsSuggestions = "statistics-suggestions";
    StatisticsTime = "statistics-time";
    StatisticsTimeByArticle = "statistics-time-by-article";
    StatisticsTimeByLabel = "statistics-time-by-label";
    StatisticsTimeNote { limit: Number, count: Number } = "statistics-time-note";
    StatisticsTimed = "statistics-timed";
    StatisticsTitle = "statistics-title";
    StatisticsTopics = "statistics-topics";
    StatisticsUpperSeconds = "statistics-upper-seconds";
    StatisticsWords = "statistics-words";
    StatisticsWordsAMark = "statistics-words-a-mark";
    StatisticsWordsAnArticle = "statistics-words-an-article";
    StatisticsWordsLower = "statistics-words-lower";
    StatisticsWordsMedian = "statistics-words-median";
    StatisticsWordsMost = "statistics-words-most";
    StatisticsWordsUpper = "statistics-words-upper";
    StatisticsYes = "statistics-yes";
    StatisticsAdded = "statistics-added";
    StatisticsCorrections = "statistics-corrections";
    StatisticsCorrectionsNote = "statistics-corrections-note";
    StatisticsElsewhere = "statistics-elsewhere";
    StatisticsMeanSeconds = "statistics-mean-seconds";
    StatisticsRemoved = "statistics-removed";
    StatisticsSteps = "statistics-steps";
    StatisticsWork = "statistics-work";
    StatisticsWorkNote { limit: Number } = "statistics-work-note";

    // ---- cli.ftl: the command line ------------------------------------------------------------
    CliCannotRead { file: Text, cause: Text } = "cli-cannot-read";
    CliCannotWrite { file: Text, cause: Text } = "cli-cannot-write";
    CliChecked { documents: Number, marks: Number } = "cli-checked";
    CliCommandUnknown { command: Text } = "cli-command-unknown";
    CliConverted { documents: Number, marks: Number, file: Text } = "cli-converted";
    CliFormatUnknown { format: Text, known: Text } = "cli-format-unknown";
    CliHelp = "cli-help";
    CliInputMissing = "cli-input-missing";
    CliLearned { file: Text, count: Number } = "cli-learned";
    CliLearnedNothing = "cli-learned-nothing";
    CliLost { count: Number } = "cli-lost";
    /// A loss or a remark, after the article that it is about.
    CliModelDamaged { file: Text } = "cli-model-damaged";
    CliModelOfOtherEngine { file: Text } = "cli-model-of-other-engine";
    CliModelOfOtherVersion { file: Text, version: Number } = "cli-model-of-other-version";
    CliModelUnknown { file: Text } = "cli-model-unknown";
    CliNote { article: Text, note: Inner } = "cli-note";
    CliOptionBad { option: Text, value: Text } = "cli-option-bad";
    CliOptionMissing { option: Text } = "cli-option-missing";
    CliOptionNeedsValue { option: Text } = "cli-option-needs-value";
    CliOptionUnknown { option: Text } = "cli-option-unknown";
    /// More than one file would be written where one was named.
    CliOutputIsFolder { count: Number, file: Text } = "cli-output-is-folder";
    CliProblems { count: Number } = "cli-problems";
    CliStrictFailed = "cli-strict-failed";
    CliTryHelp = "cli-try-help";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_key_stands_for_two_messages() {
        let keys: BTreeSet<_> = TABLE.iter().map(|(id, _)| id).collect();
        assert_eq!(keys.len(), TABLE.len());
    }

    #[test]
    fn a_message_gives_its_key_and_facts() {
        let message = Message::LabelCount { label: "ORG".into(), count: 5, suggested: 2 };
        assert_eq!(message.id(), "label-count");
        let facts = [
            ("label", Value::Text("ORG".into())),
            ("count", Value::Number(5)),
            ("suggested", Value::Number(2)),
        ];
        assert_eq!(message.arguments(), facts);
        assert_eq!(Message::Saved.arguments(), []);
    }

    #[test]
    fn every_command_has_its_help() {
        let keys: BTreeSet<_> = TABLE.iter().map(|(id, _)| *id).collect();
        for key in keys.iter().filter(|it| it.starts_with("command-") && !it.ends_with("-help")) {
            assert!(keys.contains(format!("{key}-help").as_str()), "{key}");
        }
    }
}
