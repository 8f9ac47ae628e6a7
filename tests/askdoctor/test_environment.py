"""What a checkout that nobody has configured makes for itself."""

import os

from askdoctor import environment


def test_the_key_is_made_once_in_a_file_for_this_account_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "VAR", tmp_path)
    monkeypatch.setattr(environment, "ensure_running", lambda var: "postgres:///nowhere")
    keys = set()
    for _ in range(2):
        monkeypatch.delenv("DATABASE_URL")
        monkeypatch.delenv("SECRET_KEY")
        environment.prepare()
        keys.add(os.environ["SECRET_KEY"])
    file = tmp_path / "secret-key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert keys == {file.read_text()}
    assert len(file.read_text()) == 64
