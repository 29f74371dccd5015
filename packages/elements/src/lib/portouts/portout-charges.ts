import { isPortalError } from '@numberdesk/core/http';
import type { ShownChargeLine } from '@numberdesk/core/portouts';
import type { ReactiveElement, TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { ListExport } from '../internal/list-export.ts';
import { listToolStyles } from '../internal/list-tool.styles.ts';
import { listToolWords } from '../internal/locales/en-list-tools.ts';
import { portOutChargeWords } from '../internal/locales/en-portout-charges.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { printSheet } from '../internal/print-sheet.ts';
import { type ChargesAsk, ChargesController } from './charges.controller.ts';
import { chargesCsv, chargesSheet } from './charges-sheet.ts';
import { chargesStyles } from './charges.styles.ts';
import { type ChargesView, chargesPage } from './charges.template.ts';
import type { PortOutFeed } from './portout-list-feed.ts';
import type { PortOutListView } from './portout-list-view.ts';

bringEnglish(listToolWords);
bringEnglish(portOutChargeWords);

/** What the charges have of their list. */
export interface PortOutChargesParts {
  connection: () => ChargesAsk['connection'] | null;
  clock: () => Clock;
  choice: PortOutFeed['choice'];
  view: () => PortOutListView;
  say: (text: string) => void;
}

/** The charges view of a list: the running month and the closed ones (POR-8). */
export interface PortOutCharges {
  render: () => TemplateResult;
  /** Something may have been booked. */
  refresh: () => void;
}

const exportWords = {
  about: 'charges.export.about',
  reading: 'list.export.reading',
  done: 'list.export.done',
  failed: 'list.export.failed',
} as const;

/** Brings the charges, which only those load who look at them. */
export function portOutCharges(host: ReactiveElement, parts: PortOutChargesParts): PortOutCharges {
  const { clock, choice, view, say } = parts;
  addStyles(host, listToolStyles);
  for (const styles of chargesStyles) addStyles(host, styles);
  const account = () => choice.state.account || (view().session?.account?.id ?? '');
  const ask = (): ChargesAsk | null => {
    const connection = parts.connection();
    const isWanted = choice.state.view === 'charges' && account() !== '';
    return connection && isWanted ? { connection, account: account(), month: choice.state.month } : null;
  };
  const charges = new ChargesController(host, { ask, clock });
  const tool = new ListExport<ShownChargeLine>(exportWords);
  let isOpen = false;

  const onExport = () => {
    tool.close();
    isOpen = !isOpen;
    host.requestUpdate();
  };
  const onMore = async () => {
    await charges.loadMore();
    await host.updateComplete;
    const { data } = charges.value;
    if (!data || charges.more.state === 'error') return;
    say(view().texts.say('charges.shown', { count: data.lines.length }));
    if (data.next === null) host.renderRoot.querySelector<HTMLElement>('.charges .count')?.focus();
  };
  const panel = (month: string) => {
    const words = view();
    return tool.render({
      texts: words.texts,
      page: (wish, signal) => charges.page(wish, signal),
      say,
      update: () => host.requestUpdate(),
      fileName: `port-out-charges-${month}`,
      csv: (lines, profile) => chargesCsv(lines, profile, words),
      print: (lines) => {
        const about = words.formats.moment(words.now);
        const title = `${words.texts.say('charges.label')} ${month}`;
        return printSheet({ title, about, ...chargesSheet(lines, words) }, words.texts);
      },
    });
  };
  return {
    refresh: () => charges.refresh(),
    render: () => {
      const { value, months, more, reload } = charges;
      // An account in a kept address may be gone, or another's.
      const isGone =
        value.state === 'error' && isPortalError(value.error) && value.error.code === 'not-found';
      const shown: ChargesView = {
        ...view(),
        account: isGone ? '' : account(),
        value,
        months,
        more,
        panel: isOpen && value.data ? panel(value.data.month) : null,
        onMonth: (month) => choice.change({ month: month === months[0]?.month ? '' : month }),
        onAccount: (chosen) => choice.change({ account: chosen }),
        onExport,
        onMore,
        onRetry: reload,
      };
      return chargesPage(shown);
    },
  };
}
