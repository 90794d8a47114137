import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { post, Refused } from '../api.ts';
import { connect, frame } from '../live.ts';
import { t } from '../messages.ts';
import { flush } from '../queue.ts';
import { isLoggedOut } from '../session.ts';

/** Asks for name and password over whatever is open, so that nothing on the screen is lost when a session runs out. */
export function LoginDialog() {
  return isLoggedOut.value ? <Login /> : null;
}

function Login() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const ids = { heading: useId(), name: useId(), password: useId() };
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement) || busy) return;
    setBusy(true);
    setTrouble(await logIn(new FormData(form)));
    setBusy(false);
  };
  return (
    <dialog ref={dialog} class="login" aria-labelledby={ids.heading} onCancel={(event) => event.preventDefault()}>
      <h2 id={ids.heading}>{t('login.title')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <label for={ids.name}>{t('login.name')}</label>
        <input id={ids.name} name="name" autocomplete="username" autocapitalize="none" required autofocus />
        <label for={ids.password}>{t('login.password')}</label>
        <input id={ids.password} name="password" type="password" autocomplete="current-password" required />
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" class="primary" disabled={busy}>
          {t('login.go')}
        </button>
      </form>
    </dialog>
  );
}

/** Returns what went wrong, in words; "" when the editor is in. */
async function logIn(form: FormData): Promise<string> {
  try {
    await post('/login', { name: valueOf(form, 'name'), password: valueOf(form, 'password') });
  } catch (error) {
    if (!(error instanceof Refused)) return t('load.offline');
    if (error.status === 429) return t('login.wait', { n: secondsIn(error.details) });
    return error.status === 401 ? t('login.wrong') : error.message;
  }
  // Screens that could not be read before the login begin anew; until then nothing else does.
  if (frame.value === null) {
    location.reload();
    return '';
  }
  isLoggedOut.value = false;
  connect();
  void flush();
  return '';
}

function valueOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

function secondsIn(details: unknown): number {
  return typeof details === 'object' && details !== null && 'seconds' in details ? Number(details.seconds) : 60;
}
