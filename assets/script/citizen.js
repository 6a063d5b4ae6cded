// Comfort only: every page works without this file.
(function () {
  'use strict';
  // A second tap on "send" while the first is under way sends nothing.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    window.addEventListener('pageshow', function () { delete form.dataset.sent; }, { once: true });
  });
})();
