import { placedOnDays } from '@numberdesk/core/orders';
import { bringCalendar } from './order-list-state.ts';

bringCalendar(placedOnDays);
