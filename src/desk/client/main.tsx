import { render } from 'preact';
import { App } from './App.tsx';
import { listenToKeys } from './keys.ts';
import { listen } from './live.ts';
import { tellWhere } from './people/presence.ts';
import { loadTheRest } from './screens/Later.tsx';

const place = document.getElementById('desk');
if (place !== null) render(<App />, place);
listenToKeys();
listen();
tellWhere();
// Behind the first paint and the first answers.
setTimeout(loadTheRest, 1500);
