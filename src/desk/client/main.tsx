import { render } from 'preact';
import { App } from './App.tsx';
import { listenToKeys } from './keys.ts';
import { listen } from './live.ts';
import { speak } from './messages.ts';
import { tellWhere } from './people/presence.ts';
// Last, because at the end of the script texts pack smallest (docs/adr/packed-texts.md).
import { MESSAGES } from './messages/table.ts';

speak(MESSAGES);
const place = document.getElementById('desk');
if (place !== null) render(<App />, place);
listenToKeys();
listen();
tellWhere();
