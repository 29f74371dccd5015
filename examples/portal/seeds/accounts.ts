import type { Client } from '@numberdesk/core';

type AccountInput = Omit<Parameters<Client['access']['putAccount']>[0], 'id'>;

const owner = { name: 'Amara Okafor', email: 'amara.okafor@meridian.example' };
const timeZone = 'America/New_York';

/** The reseller's customer: a business with two units, and two programs below them. Parents come first. */
export const accounts: Readonly<Record<string, AccountInput>> = {
  meridian: { name: 'Meridian Outfitters', level: 'business', timeZone, owner },
  'meridian-stores': {
    name: 'Meridian Stores',
    level: 'business-unit',
    parent: 'meridian',
    timeZone,
    owner: { name: 'Jonas Lindqvist', email: 'jonas.lindqvist@meridian.example' },
  },
  'meridian-online': {
    name: 'Meridian Online',
    level: 'business-unit',
    parent: 'meridian',
    timeZone,
    owner: { name: 'Priya Raghunathan', email: 'priya.raghunathan@meridian.example' },
  },
  'store-lines': { name: 'Store Lines', level: 'program', parent: 'meridian-stores', timeZone, owner },
  'returns-desk': { name: 'Returns Desk', level: 'program', parent: 'meridian-online', timeZone, owner },
};

/** The account in which the customer's page acts. */
export const customerAccount = 'meridian';
