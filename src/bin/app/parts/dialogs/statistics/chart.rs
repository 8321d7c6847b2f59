//! Pictures of numbers: plain shapes in an SVG, colored by the style sheet.
//!
//! A picture says to a screen reader what it is; the table beside it is its text.

use leptos::prelude::*;
use web_sys::Element;

use apostil::message::Message;
use apostil::statistics::chart::{Bar, Bin, Chart, Fill, Point};

use crate::app::{App, app};
use crate::parts::label::slot;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Widths and heights, in CSS pixels at full size.
const WIDTH: f64 = 380.0;
const ROW: f64 = 24.0;
const NAMES: f64 = 104.0;
const NUMBERS: f64 = 44.0;
const PLOT: f64 = 200.0;
const MARGIN: f64 = 34.0;

/// A thing to draw.
#[derive(Clone)]
struct Shape {
    element: &'static str,
    attributes: Vec<(&'static str, String)>,
    words: String,
}

impl Shape {
    fn new(element: &'static str, class: &str, places: &[(&'static str, f64)]) -> Self {
        let mut attributes = vec![("class", class.to_owned())];
        attributes.extend(places.iter().map(|(name, at)| (*name, format!("{at:.1}"))));
        Self { element, attributes, words: String::new() }
    }

    fn words(class: &str, x: f64, y: f64, words: String) -> Self {
        Self { words, ..Self::new("text", class, &[("x", x), ("y", y)]) }
    }

    fn line(class: &str, from: (f64, f64), to: (f64, f64)) -> Self {
        Self::new("line", class, &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)])
    }

    /// In the colors of a label.
    fn of(mut self, slot: &str) -> Self {
        self.attributes.push(("data-l", slot.to_owned()));
        self
    }
}

/// What is drawn, and how high it is.
struct Drawing {
    shapes: Vec<Shape>,
    height: f64,
}

/// A picture with its legend.
#[component]
pub(crate) fn Picture(
    /// What to draw.
    chart: Chart,
    /// What it is a picture of.
    name: Message,
) -> impl IntoView {
    let app = app();
    let about = match &chart {
        Chart::Bars { .. } => Message::StatisticsChartBars,
        Chart::Histogram { unit, .. } => {
            Message::StatisticsChartHistogram { unit: Box::new(unit.clone()) }
        }
        Chart::Reliability(_) => Message::StatisticsChartReliability,
    };
    let said = move || format!("{}. {}", app.say(&name), app.say(&about));
    let legend = match &chart {
        Chart::Bars { legend, .. } => legend.clone(),
        _ => Vec::new(),
    };
    let legend = legend.into_iter().map(|(fill, words)| {
        view! {
            <li>
                <i class=format!("fill {}", class(fill))></i>
                {app.words(words)}
            </li>
        }
    });
    let drawn = move || {
        let Drawing { shapes, height } = match &chart {
            Chart::Bars { bars, .. } => draw_bars(app, bars),
            Chart::Histogram { bins, unit } => draw_histogram(app, bins, unit),
            Chart::Reliability(points) => draw_reliability(app, points),
        };
        let frame = format!("0 0 {WIDTH} {height}");
        let said = said.clone();
        view! { <svg class="chart" viewBox=frame role="img" aria-label=said use:put=shapes></svg> }
    };
    view! {
        <figure>
            {drawn}
            <ul class="fills">{legend.collect_view()}</ul>
        </figure>
    }
}

/// Puts shapes into the picture.
#[expect(clippy::needless_pass_by_value, reason = "a directive is handed the element itself")]
fn put(picture: Element, shapes: Vec<Shape>) {
    for shape in shapes {
        let made = document().create_element_ns(Some(SVG), shape.element);
        let made = made.expect("the names of shapes are names of elements");
        for (name, value) in &shape.attributes {
            made.set_attribute(name, value).expect("the names of attributes are such names");
        }
        if !shape.words.is_empty() {
            made.set_text_content(Some(&shape.words));
        }
        picture.append_child(&made).expect("a shape has no children that it could go into");
    }
}

fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Solid => "solid",
        Fill::Tint => "tint",
        Fill::Hollow => "hollow",
        Fill::Dashed => "dashed",
    }
}

fn draw_bars(app: App, bars: &[Bar]) -> Drawing {
    let whole = |it: &Bar| it.parts.iter().map(|it| it.1).sum::<u64>();
    let most = bars.iter().map(whole).max().unwrap_or(0).max(1) as f64;
    let per_one = (WIDTH - NAMES - NUMBERS) / most;
    let mut shapes = Vec::new();
    for (n, bar) in bars.iter().enumerate() {
        let top = n as f64 * ROW;
        let slot = app.read(|it| it.project().schema().label(bar.label).map(slot));
        let slot = slot.unwrap_or_default();
        shapes.push(Shape::words("name", 0.0, top + 16.0, bar.name.clone()).of(&slot));
        let mut x = NAMES;
        for (fill, count) in bar.parts.iter().filter(|it| it.1 > 0) {
            let width = *count as f64 * per_one;
            let inside = (width - 2.0).max(1.0);
            let places = [("x", x + 1.0), ("y", top + 6.0), ("width", inside), ("height", 12.0)];
            shapes.push(Shape::new("rect", class(*fill), &places).of(&slot));
            x += width;
        }
        shapes.push(Shape::words("count", x + 6.0, top + 16.0, app.number(whole(bar))));
    }
    Drawing { shapes, height: bars.len() as f64 * ROW }
}

fn draw_histogram(app: App, bins: &[Bin], unit: &Message) -> Drawing {
    let most = bins.iter().map(|it| it.n).max().unwrap_or(0).max(1) as f64;
    let width = (WIDTH - MARGIN) / bins.len().max(1) as f64;
    let floor = PLOT - MARGIN;
    let mut shapes = vec![
        Shape::line("axis", (MARGIN, floor), (WIDTH, floor)),
        Shape::words("count end", MARGIN - 6.0, 14.0, app.number(most as u64)),
        Shape::words("count end", MARGIN - 6.0, floor, app.number(0)),
        Shape::words("unit end", WIDTH, PLOT - 2.0, app.say(unit)),
    ];
    // As many numbers as have room below.
    let every = (36.0 / width).ceil().max(1.0) as usize;
    for (n, bin) in bins.iter().enumerate() {
        let x = MARGIN + n as f64 * width;
        let height = bin.n as f64 / most * (floor - 8.0);
        let places = [
            ("x", x + 1.0),
            ("y", floor - height),
            ("width", (width - 2.0).max(1.0)),
            ("height", height),
        ];
        shapes.push(Shape::new("rect", "column", &places));
        if n.is_multiple_of(every) {
            let from = app.number(bin.from as u64);
            shapes.push(Shape::words("count", x + 1.0, floor + 14.0, from));
        }
    }
    Drawing { shapes, height: PLOT }
}

fn draw_reliability(app: App, points: &[Point]) -> Drawing {
    let side = WIDTH - 2.0 * MARGIN;
    let at = |x: f64, y: f64| (MARGIN + x * side, 8.0 + (1.0 - y) * side);
    let floor = 8.0 + side;
    let mut shapes = vec![
        Shape::line("axis", at(0.0, 0.0), at(1.0, 0.0)),
        Shape::line("axis", at(0.0, 0.0), at(0.0, 1.0)),
        Shape::line("ideal", at(0.0, 0.0), at(1.0, 1.0)),
    ];
    for tick in [0.0, 0.5, 1.0] {
        let (x, y) = at(tick, tick);
        let share = app.say(&Message::ArticlePercent { percent: (tick * 100.0) as u64 });
        shapes.push(Shape::words("count middle", x, floor + 14.0, format!("{tick:.1}")));
        shapes.push(Shape::words("count end", MARGIN - 6.0, y + 4.0, share));
    }
    for pair in points.windows(2) {
        let place = |it: &Point| at(it.expected, it.right);
        shapes.push(Shape::line("curve", place(&pair[0]), place(&pair[1])));
    }
    for it in points {
        let (x, y) = at(it.expected, it.right);
        let (low, high) = it.bounds;
        shapes.push(Shape::line("bounds", at(it.expected, low), at(it.expected, high)));
        shapes.push(Shape::new("circle", "point", &[("cx", x), ("cy", y), ("r", 4.0)]));
    }
    let unit = app.say(&Message::StatisticsMeanScore);
    shapes.push(Shape::words("unit end", MARGIN + side, floor + 30.0, unit));
    let unit = app.say(&Message::StatisticsRight);
    shapes.push(Shape::words("unit", MARGIN + 6.0, 16.0, unit));
    Drawing { shapes, height: floor + 34.0 }
}
