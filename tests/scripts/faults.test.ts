import { describe, expect, it } from 'vitest';
import { compare, MIX, replay } from '../../scripts/faults.ts';
import { hasRealWeb } from '../../scripts/realweb.ts';

describe.skipIf(!hasRealWeb)('two nights under faults of every kind (../shared/data/realweb)', () => {
  it('brings every entry that was served whole, once, and nearly every source in the end', async () => {
    const [clean, disturbed] = await Promise.all([replay('jul2025', 2, '', 1), replay('jul2025', 2, MIX, 7)]);
    const { served, missing, doubles, sourceNights, answered } = compare(clean, disturbed);
    expect(served).toBeGreaterThan(100);
    expect({ missing, doubles }).toEqual({ missing: [], doubles: 0 });
    expect(answered / sourceNights).toBeGreaterThanOrEqual(0.9);
  });
});
