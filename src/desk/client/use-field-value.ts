import { useLayoutEffect } from 'preact/hooks';

/** Puts a value into a field, unless the editor is in it: nothing that arrives takes a letter away. */
export function useFieldValue(field: { current: HTMLInputElement | HTMLTextAreaElement | null }, value: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null && element !== document.activeElement && element.value !== value) element.value = value;
  });
}
