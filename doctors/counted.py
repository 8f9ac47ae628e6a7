"""Things that know how many published answers stand behind them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.Model):
    """`published_count` is kept by the worker, by update(): no other save writes it."""

    published_count = models.PositiveIntegerField(_("answers"), default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Leaves the count out: what was read with the row may be old by now."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            names = {field.name for field in self._meta.concrete_fields if not field.primary_key}
            kwargs["update_fields"] = names - self.get_deferred_fields() - {"published_count"}
        super().save(*args, **kwargs)
