using Deck.Models.Engine.Packages.Editing;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Packages;

/// <summary>packages.yml: its hash, and adding to it.</summary>
public sealed class PackagesFileTests
{
    private static readonly InvocationSettings Settings = new() { Command = "deps", StartedAt = DateTimeOffset.UnixEpoch, InvocationId = Guid.Empty };

    /// <summary>The hashes are those that dbt computes for the same files.</summary>
    [TestCase("packages: [{package: a/b, version: 1.0.0}]", "fbe59819b389dd3c16eebc554e4ec5b3ce2924bc")]
    [TestCase("packages: [{package: a/b, version: ['>=1.0.0', '<2.0.0'], install_prerelease: true}]", "2f1e65f127f70e78eee5cc777c72e694c037f479")]
    [TestCase("packages: [{package: a/b, version: 1.0.0, name: foo}]", "aae7d9abc24bacf4423a58bf88517ca556d34394")]
    [TestCase("packages: [{git: 'http://x'}]", "7d0cb5972a274bfb308688be9335a63e67a5d343")]
    [TestCase("packages: [{git: 'http://x', revision: 1.0}]", "67c2262ddb42166a672807f7384fe228a993bd26")]
    [TestCase("packages: [{git: 'http://x', revision: 1}]", "73d884e8f4a786467a0e38611849bd8e569326a1")]
    [TestCase("packages: [{git: 'http://x', revision: 1.0.0, warn-unpinned: false, subdirectory: dé}]", "eed26967614aa9f0208e8c9e684396899d259c6b")]
    [TestCase("packages: [{git: 'http://x', name: foo}]", "7d87d77edcb4250ba4dd74c1531f69317da29249")]
    [TestCase("packages: [{local: ../x}]", "2eb88687c82ae2cd966a476e338919651d83079e")]
    [TestCase("packages: [{local: ../x, name: x}]", "48656c582cdee009fb68424c77e78546261c2159")]
    [TestCase("packages: [{tarball: 'http://x', name: n}]", "faf2aa320b30ffde4b2d060f61e2e1cabcc8881f")]
    [TestCase("packages: [{private: 'a/b', provider: gitlab, revision: main}]", "eb20a954aa6b2980b1f247238d907cfb17ad318c")]
    [TestCase("packages: [{private: 'a/b', revision: main}]", "11469a20e0622d0881476c4257618b0474a6fe6f")]
    [TestCase("packages: [{package: a/b, version: 1.0.0}, {local: x}]", "c81239fe14a0555014839dd6e6bff0f199964403")]
    [TestCase("packages:", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    public void The_hash_is_dbts(string yaml, string hash)
    {
        Checked<PackagesFile> read = PackagesFileReader.ReadRoot(new InMemoryProjectFiles().With("packages.yml", yaml), Settings);
        Assert.That(read.Value?.Hash, Is.EqualTo(hash), string.Join('\n', read.Diagnostics));
    }

    [TestCase("", "a/b@1.0.0", "packages:\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("# mine\nprojects: []\n", "a/b@1.0.0", "# mine\nprojects: []\npackages:\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages:   # none yet\n", "a/b@1.0.0", "packages:   # none yet\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages: []  # none yet\nprojects: []", "a/b@1.0.0", "packages:  # none yet\n  - package: a/b\n    version: 1.0.0\nprojects: []")]
    [TestCase("packages:\n- local: x # it\n# end\n", "a/b@>=1.0.0,<2.0.0", "packages:\n- local: x # it\n- package: a/b\n  version: [\">=1.0.0\", \"<2.0.0\"]\n# end\n")]
    [TestCase("packages:\n  - local: x", "a/b@1.0.0", "packages:\n  - local: x\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages:\n  # first\n  - package: a/b # old\n    version: 0.1.0 # older\n  # second\n  - local: x\n", "a/b@1.0.0", "packages:\n  # first\n  # second\n  - local: x\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages:\n  - package: a/b\n    version: 0.1.0\n", "a/b@1.0.0", "packages:\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages: [{local: x}, {package: a/b, version: [0.1.0]}]\n# end\n", "a/b@1.0.0", "packages:\n  - local: x\n  - package: a/b\n    version: 1.0.0\n# end\n")]
    [TestCase("packages:\n  - # well-known\n    package: a/b\n    version: 0.1.0\n  - # near-by\n    local: x\n", "a/b@1.0.0", "packages:\n  - # near-by\n    local: x\n  - package: a/b\n    version: 1.0.0\n")]
    [TestCase("packages:\r\n  - local: x\r\n", "a/b@1.0.0", "packages:\r\n  - local: x\r\n  - package: a/b\r\n    version: 1.0.0\r\n")]
    public void A_package_is_added_and_the_rest_stays(string before, string added, string after)
    {
        Checked<EditedPackages> edited = PackagesFileEditor.Add(new SourceText("packages.yml", before), NewPackage.Parse(added, "hub"));
        Assert.That(edited.Value?.Text, Is.EqualTo(after), string.Join('\n', edited.Diagnostics));
    }

    [TestCase("git@host:org/dbt-utils.git@v1.0", "git", "git@host:org/dbt-utils.git", "v1.0")]
    [TestCase("git@host:org/repo.git", "git", "git@host:org/repo.git", null)]
    [TestCase("https://me@host/repo", "git", "https://me@host/repo", null)]
    [TestCase("../x", "local", "../x", null)]
    [TestCase("a/b@", "hub", "a/b", null)]
    public void The_version_follows_the_last_at_sign(string text, string source, string name, string? version) =>
        Assert.That(NewPackage.Parse(text, source), Is.EqualTo(new NewPackage(name, version, source)));

    [TestCase("dbt-labs/dbt_utils", "https://github.com/dbt-labs/dbt-utils.git", true)]
    [TestCase("dbt-labs/dbt_utils", "dbt-labs/dbt_utils", true)]
    [TestCase("dbt-labs/dbt_utils", "../dbt_utils", true)]
    [TestCase("dbt-labs/dbt", "dbt-labs/dbt_utils", false)]
    [TestCase("dbt-labs/utils", "dbt-labs/dbt_utils", false)]
    public void One_package_has_several_addresses(string name, string address, bool isSame) =>
        Assert.That(new NewPackage(name, null, "hub").IsSameAs(address), Is.EqualTo(isSame));
}
