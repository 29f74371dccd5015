import { access } from './access.suite.ts';
import { keyboard } from './keyboard.suite.ts';
import { live } from './live.suite.ts';
import { looks } from './looks.suite.ts';
import { numbers } from './numbers.suite.ts';
import { orderPages } from './order-page.suite.ts';
import { portouts } from './portouts.suite.ts';
import { setStage } from './stage.ts';

const stage = setStage();
looks(stage);
access(stage);
live(stage);
orderPages(stage);
numbers(stage);
keyboard(stage);
portouts(stage);
