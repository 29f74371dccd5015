/** Carriers that numbers go to. */
export const carriers = ['Juniper Mobile', 'Harborline Voice', 'Bluestem Wireless', 'Copperfield Telecom'];
