//! Makes a screenshot small: a PNG with few colors.
//!
//! A page has few colors and many shades between them, at the edges of letters. Here the colors that
//! are most often there stay, as far as they differ, and each other becomes the nearest of them.
//!
//! Limits: it reads what browsers write, 8 bits a channel, with or without alpha, not interlaced.
//! The format is that of the W3C's "Portable Network Graphics Specification", second edition.

use std::collections::HashMap;
use std::io::{Read, Write};

use anyhow::{Context, Result, bail, ensure};
use flate2::{Compression, Crc, read::ZlibDecoder, write::ZlibEncoder};

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

type Color = [u8; 3];

struct Image {
    width: usize,
    height: usize,
    pixels: Vec<Color>,
}

/// The same picture with at most `n_colors` colors, 256 at most.
pub fn reduced(png: &[u8], n_colors: usize) -> Result<Vec<u8>> {
    let image = read(png)?;
    let palette = palette(&image, n_colors.min(256));
    let mut known: HashMap<Color, u8> = HashMap::new();
    let indexes: Vec<u8> = image
        .pixels
        .iter()
        .map(|color| *known.entry(*color).or_insert_with(|| nearest(&palette, *color)))
        .collect();
    write(&image, &palette, &indexes)
}

fn read(png: &[u8]) -> Result<Image> {
    ensure!(png.starts_with(&SIGNATURE), "this is no PNG");
    let (mut rest, mut head, mut packed) = (&png[8..], None, Vec::new());
    while rest.len() >= 12 {
        let length = u32::from_be_bytes(rest[..4].try_into()?) as usize;
        let data = rest.get(8..8 + length).context("a chunk is cut off")?;
        match &rest[4..8] {
            b"IHDR" => head = Some(data),
            b"IDAT" => packed.extend_from_slice(data),
            _ => {}
        }
        rest = &rest[12 + length..];
    }
    let head = head.context("there is no head")?;
    let number =
        |at: usize| Ok::<_, anyhow::Error>(u32::from_be_bytes(head[at..at + 4].try_into()?));
    let (width, height) = (number(0)? as usize, number(4)? as usize);
    let channels = match head[8..13] {
        [8, 2, 0, 0, 0] => 3,
        [8, 6, 0, 0, 0] => 4,
        _ => bail!("this kind of PNG is not read"),
    };
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed.as_slice()).read_to_end(&mut bytes)?;
    let pixels = unfiltered(&mut bytes, width * channels, channels)?;
    ensure!(pixels.len() == width * height, "the picture has {} pixels", pixels.len());
    Ok(Image { width, height, pixels })
}

/// Takes the filters off, line by line in place.
fn unfiltered(bytes: &mut [u8], stride: usize, channels: usize) -> Result<Vec<Color>> {
    let mut before = vec![0; stride];
    let mut pixels = Vec::with_capacity(bytes.len() / channels);
    for line in bytes.chunks_exact_mut(stride + 1) {
        let (filter, line) = line.split_first_mut().context("a line has a filter")?;
        for n in 0..stride {
            let left = if n < channels { 0 } else { line[n - channels] };
            let corner = if n < channels { 0 } else { before[n - channels] };
            let add = match filter {
                0 => 0,
                1 => left,
                2 => before[n],
                3 => u16::midpoint(u16::from(left), u16::from(before[n])) as u8,
                4 => paeth(left, before[n], corner),
                _ => bail!("there is no filter {filter}"),
            };
            line[n] = line[n].wrapping_add(add);
        }
        before.copy_from_slice(line);
        pixels.extend(line.chunks_exact(channels).map(|it| [it[0], it[1], it[2]]));
    }
    Ok(pixels)
}

/// The predictor of the specification, section 9.4.
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let off = |it: u8| (guess - i16::from(it)).abs();
    if off(left) <= off(above) && off(left) <= off(corner) {
        left
    } else if off(above) <= off(corner) {
        above
    } else {
        corner
    }
}

/// Colors that are close to one in the palette, as squared distance, do not go in.
const CLOSE: i32 = 160;

/// The colors that are there most often, strong ones before grays: a thin line of a label's color is
/// few pixels, and says much.
fn palette(image: &Image, n_colors: usize) -> Vec<Color> {
    let mut counts: HashMap<Color, usize> = HashMap::new();
    for color in &image.pixels {
        *counts.entry(*color).or_default() += 1;
    }
    let strength = |it: &Color| it.iter().max().zip(it.iter().min()).map_or(0, |(a, b)| a - b);
    let weight = |it: &Color, count: usize| count * (1 + usize::from(strength(it)));
    let mut colors: Vec<(Color, usize)> = counts.into_iter().collect();
    colors.sort_by_key(|(color, count)| (std::cmp::Reverse(weight(color, *count)), *color));
    let mut palette: Vec<Color> = Vec::new();
    for (color, _) in colors {
        if palette.len() < n_colors && palette.iter().all(|it| distance(it, color) > CLOSE) {
            palette.push(color);
        }
    }
    palette
}

fn distance(one: &Color, other: Color) -> i32 {
    one.iter().zip(other).map(|(a, b)| (i32::from(*a) - i32::from(b)).pow(2)).sum()
}

fn nearest(palette: &[Color], color: Color) -> u8 {
    let nearest = palette.iter().enumerate().min_by_key(|(_, it)| distance(it, color));
    nearest.map_or(0, |it| it.0 as u8)
}

fn write(image: &Image, palette: &[Color], indexes: &[u8]) -> Result<Vec<u8>> {
    let mut png = SIGNATURE.to_vec();
    let mut head = Vec::new();
    head.extend((image.width as u32).to_be_bytes());
    head.extend((image.height as u32).to_be_bytes());
    head.extend([8, 3, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"PLTE", &palette.concat());
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    for line in indexes.chunks(image.width) {
        packer.write_all(&[0])?;
        packer.write_all(line)?;
    }
    chunk(&mut png, *b"IDAT", &packer.finish()?);
    chunk(&mut png, *b"IEND", &[]);
    Ok(png)
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let mut crc = Crc::new();
    for part in [name.as_slice(), data] {
        crc.update(part);
        png.extend(part);
    }
    png.extend(crc.sum().to_be_bytes());
}
