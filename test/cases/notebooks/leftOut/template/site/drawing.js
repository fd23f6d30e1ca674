(function (root, make) {
  ((root = root || self).drawing = {}), make(root.drawing);
})(this, function (exports) {
  exports.i = 1;
});
