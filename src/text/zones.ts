/**
 * Time zones: the abbreviations that dates carry, and the offsets of IANA zones.
 */

/**
 * Minutes east of UTC. Where an abbreviation has several meanings the table takes RFC 822's (EST is America's), else
 * the one with the most feeds (IST India, BST Britain, CST America).
 */
const ABBREVIATIONS: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  uct: 0,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  ast: -240,
  adt: -180,
  at: -240,
  nst: -210,
  ndt: -150,
  akst: -540,
  akdt: -480,
  hst: -600,
  hast: -600,
  hadt: -540,
  brt: -180,
  art: -180,
  clt: -240,
  cot: -300,
  pet: -300,
  bst: 60,
  west: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  cat: 120,
  wat: 60,
  eest: 180,
  eat: 180,
  msk: 180,
  msd: 240,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  bdt: 360,
  wib: 420,
  ict: 420,
  hkt: 480,
  sgt: 480,
  myt: 480,
  pht: 480,
  awst: 480,
  wita: 480,
  jst: 540,
  kst: 540,
  wit: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** Minutes east of UTC of "+0900", "-08:00", "+9", "GMT+9", "KST", "Z"; null when it is none of them. */
export function zoneOffset(zone: string): number | null {
  const text = zone.toLowerCase().replace(/\s+/g, '');
  const signed = /^[a-z]{0,5}([+-])(\d{1,2})(?::?([0-5]\d))?(?::?\d\d)?z?$/.exec(text);
  if (signed) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    return minutes > 18 * 60 ? null : signed[1] === '-' ? -minutes : minutes;
  }
  return Object.hasOwn(ABBREVIATIONS, text) ? (ABBREVIATIONS[text] ?? null) : null;
}

/** Is this the name of an IANA zone, "Europe/Brussels"? */
export function isZone(name: string): boolean {
  if (!name.includes('/')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant at which clocks in an IANA zone show what `local` shows in UTC. In the hour that a spring change leaves
 * out the earlier offset counts; of the two readings of an autumn hour, the earlier one.
 */
export function localToInstant(local: number, zone: string): number {
  const guess = local - offsetAt(local, zone);
  const again = local - offsetAt(guess, zone);
  return again === guess ? guess : local - offsetAt(Math.min(guess, again), zone);
}

/** Milliseconds that clocks in the zone are ahead of UTC at that instant. */
export function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
