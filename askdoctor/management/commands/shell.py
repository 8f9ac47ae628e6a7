"""Django's shell, which imports all models by itself: those of histories are not in the module that they
name (`Tag.history` is the way to them), and taggit's own tags, which nothing here uses, hide ours."""

from django.core.management.commands import shell


class Command(shell.Command):
    def get_auto_imports(self) -> list[str]:
        paths = super().get_auto_imports()
        return [path for path in paths if ".Historical" not in path and "taggit." not in path]
