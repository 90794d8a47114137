import type { Rights } from '../../model.ts';
import { type Claim, metaClaims, type PageFacts } from './facts.ts';
import { textsOf } from './jsonld.ts';

/** Longer texts are keywords or a path of sections. */
const MAX_SECTION = 60;

/** @param headers of the response, names in lower case */
export function readRights(facts: PageFacts, headers: Readonly<Record<string, string>>): Rights {
  const robots = [
    ...metaClaims(facts, 'robots', 'googlebot', 'x-robots-tag').map((claim) => claim.value),
    headers['x-robots-tag'] ?? '',
  ];
  const tdm = [...(facts.metas.get('tdm-reservation') ?? []), headers['tdm-reservation'] ?? ''];
  return {
    noai: robots.some((value) => /\bno(?:image)?ai\b/i.test(value)),
    tdmReserved: tdm.some((value) => value.trim() === '1'),
  };
}

/** The page itself says that one must pay to read all of it (schema.org isAccessibleForFree, and common meta tags). */
export function isPaywalled(facts: PageFacts): boolean {
  const values = [
    ...[facts.article, ...facts.nodes].flatMap((node) => [node?.['isAccessibleForFree']].flat()),
    ...(facts.metas.get('isaccessibleforfree') ?? []),
  ];
  if (values.some((value) => value === false || /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(value))))
    return true;
  const tier = metaClaims(facts, 'article:content_tier', 'content_tier', 'access-level', 'paywall').map(
    (claim) => claim.value,
  );
  return tier.some((value) => /^(?:metered|locked|paid|premium|subscriber|true)$/i.test(value));
}

/** IPTC digital source types that mean a machine wrote it (https://cv.iptc.org/newscodes/digitalsourcetype/). */
const MADE_BY_MACHINE = /trainedAlgorithmicMedia|algorithmicMedia|compositeWithTrainedAlgorithmicMedia/i;

/** The page itself says that a machine wrote it: IPTC source type, or a meta tag to that effect. */
export function isAiGenerated(facts: PageFacts): boolean {
  const type = facts.article?.['digitalSourceType'];
  if (typeof type === 'string' && MADE_BY_MACHINE.test(type)) return true;
  const metas = metaClaims(facts, 'ai-generated', 'ai-content', 'ai-disclosure', 'generated-by-ai').map(
    (claim) => claim.value,
  );
  return metas.some((value) => /^(?:1|true|yes|full|generated|ai-generated|autonomous)$/i.test(value));
}

/** The outlet's own section of the article ("Technology"). */
export function readSection(facts: PageFacts): Claim<string> | null {
  const structured = textsOf(facts.article?.['articleSection']).map((value) => ({ value, from: 'json-ld' }));
  const metas = metaClaims(facts, 'article:section', 'og:section', 'parsely-section', 'prism.section');
  return [...structured, ...metas].find(({ value }) => value.length <= MAX_SECTION) ?? null;
}
