import './elements/numberdesk-portal.js';
import './elements/order-table.js';

document.querySelector('numberdesk-portal').fetchSession = async (signal) => {
  const answer = await fetch('/session', { method: 'POST', signal });
  return answer.json();
};
