import type { IssueView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { remove, step } from './deeds.ts';

/** A plain fact of a piece, the same in every language. */
export function Fact({
  label,
  value,
  onChange,
  type = 'text',
}: {
  label: string;
  value: string | number | null | undefined;
  onChange: (value: string) => void;
  type?: 'text' | 'date';
}) {
  return (
    <label class="fact">
      <span>{label}</span>
      <input
        {...(type === 'date' ? { type } : { type: 'text' as const })}
        defaultValue={value === null || value === undefined ? '' : String(value)}
        onBlur={(event) => {
          const written = event.currentTarget.value.trim();
          if (written !== String(value ?? '')) onChange(written);
        }}
      />
    </label>
  );
}

/** What Alt with the arrows and "x" do to a row, for those who have no such keys. */
export function TakeOut({ view, owner }: { view: IssueView; owner: string }) {
  if (view.isClosed) return null;
  return (
    <p class="take-out">
      <button type="button" class="quiet" onClick={() => step(view, owner, -1)}>
        ↑ {t('key.moveUp')}
      </button>
      <button type="button" class="quiet" onClick={() => step(view, owner, 1)}>
        ↓ {t('key.moveDown')}
      </button>
      <button type="button" class="quiet" onClick={() => remove(owner, 'issue')}>
        {t('issue.takeOut')}
      </button>
    </p>
  );
}
