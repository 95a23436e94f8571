//! A QR code as a PNG image: black and white, without compression, since it is shown once.

use kernel::Fault;
use qrcodegen::{QrCode, QrCodeEcc};

/// Pixels of the side of one module.
const SCALE: usize = 8;
/// Modules of white around the code.
const MARGIN: usize = 4;
/// What a stored block of a deflate stream holds at most.
const BLOCK_BYTES: usize = 65_535;

/// The image of a text's QR code.
pub(super) fn qr(text: &str) -> Result<Vec<u8>, Fault> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(Fault::internal)?;
    let modules = usize::try_from(code.size()).unwrap_or_default() + 2 * MARGIN;
    let side = modules * SCALE;
    let mut rows = Vec::with_capacity(side * (side / 8 + 1));
    for y in 0..side {
        // Each row begins with its filter: none.
        rows.push(0);
        for x in (0..side).step_by(8) {
            rows.push(if is_dark(&code, x / SCALE, y / SCALE) { 0x00 } else { 0xff });
        }
    }
    Ok(png(side, &rows))
}

fn is_dark(code: &QrCode, x: usize, y: usize) -> bool {
    let place = |at: usize| i32::try_from(at).unwrap_or_default() - MARGIN as i32;
    code.get_module(place(x), place(y))
}

fn png(side: usize, rows: &[u8]) -> Vec<u8> {
    let side = u32::try_from(side).unwrap_or_default().to_be_bytes();
    let mut header = Vec::from(side);
    header.extend(side);
    // One bit for each pixel, greyscale.
    header.extend([1, 0, 0, 0, 0]);
    let mut image = Vec::from(*b"\x89PNG\r\n\x1a\n");
    chunk(&mut image, *b"IHDR", &header);
    chunk(&mut image, *b"IDAT", &stored(rows));
    chunk(&mut image, *b"IEND", &[]);
    image
}

fn chunk(image: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    image.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    let start = image.len();
    image.extend(kind);
    image.extend(data);
    let sum = crc32(image.get(start..).unwrap_or_default());
    image.extend(sum.to_be_bytes());
}

/// A zlib stream of stored blocks.
fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let count = data.chunks(BLOCK_BYTES).count();
    for (number, block) in data.chunks(BLOCK_BYTES).enumerate() {
        let length = u16::try_from(block.len()).unwrap_or_default();
        stream.push(u8::from(number + 1 == count));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    stream.extend(adler32(data).to_be_bytes());
    stream
}

fn adler32(data: &[u8]) -> u32 {
    const MODULUS: u32 = 65_521;
    let (a, b) = data.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % MODULUS;
        (a, (b + a) % MODULUS)
    });
    b << 16 | a
}

fn crc32(data: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xedb8_8320;
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { POLYNOMIAL } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_their_standards() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn an_image_has_its_size_in_its_header() {
        let image = qr("otpauth://totp/ann@books?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert_eq!(image.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
        assert_eq!(image.get(16..20), image.get(20..24));
    }
}
