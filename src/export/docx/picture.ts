import { inspectImage } from '../image.ts';
import { escapeXml } from './xml.ts';

/** A picture that goes into a Word file. */
export interface Picture {
  bytes: Uint8Array;
  /** End of its part's name: Word tells kinds by it. */
  end: 'png' | 'jpeg' | 'gif' | 'webp';
  width: number;
  height: number;
}

/** The picture in a data: address; null when it is none that may be printed. */
export function pictureIn(data: string): Picture | null {
  const base64 = /^data:image\/\w+;base64,(.+)$/s.exec(data)?.[1];
  if (base64 === undefined) return null;
  try {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const { type, width, height } = inspectImage(bytes);
    return { bytes, end: END[type], width, height };
  } catch {
    return null;
  }
}

const END = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif', 'image/webp': 'webp' } as const;

/** English Metric Units: 9525 a pixel at 96 dpi; the text of a page is 17 cm wide. */
const PIXEL = 9525;
const TEXT_WIDTH = 6_120_000;

/** A run that shows the picture of that number (ECMA-376, Part 1, 20.4), no wider than the text. */
export function drawing({ width, height }: Picture, alt: string, number: number): string {
  const scale = Math.min(1, TEXT_WIDTH / (width * PIXEL));
  const extent = `cx="${Math.round(width * PIXEL * scale)}" cy="${Math.round(height * PIXEL * scale)}"`;
  const name = `id="${number}" name="Picture ${number}" descr="${escapeXml(alt)}"`;
  const shape = `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${pictureId(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:extent ${extent}/><wp:docPr ${name}/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">${shape}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The id under which the picture of that number, counted from 1, is referred to. */
export function pictureId(number: number): string {
  return `rIdPicture${number}`;
}
