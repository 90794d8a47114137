import { render } from 'preact';
import { App } from './App.tsx';
import { listenToKeys } from './keys.ts';
import { listen } from './live.ts';
import { tellWhere } from './people/presence.ts';

const place = document.getElementById('desk');
if (place !== null) render(<App />, place);
listenToKeys();
listen();
tellWhere();
