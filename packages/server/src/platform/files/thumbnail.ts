const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/bmp']);

export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

/** A small JPEG of a picture, upright and without its EXIF (so without the place it was taken). */
export async function thumbnail(bytes: Uint8Array, edge = 240): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: 100_000_000 })
    .rotate()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78 })
    .toBuffer();
}

/** A full-size copy for leaving the office: upright, without EXIF and its place. The original stays as stored. */
export async function exportCopy(bytes: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: 100_000_000 }).rotate().jpeg({ quality: 92 }).toBuffer();
}
