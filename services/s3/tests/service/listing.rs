use std::collections::BTreeSet;

use api_s3 as api;
use proptest::prelude::*;

use crate::world::{Caller, World, code, some};

fn list() -> api::ListObjectsV2Request {
    api::ListObjectsV2Request { bucket: "books".into(), ..Default::default() }
}

fn list_v1() -> api::ListObjectsRequest {
    api::ListObjectsRequest { bucket: "books".into(), ..Default::default() }
}

async fn with_keys(keys: impl IntoIterator<Item = &str>) -> Caller {
    let (_, root) = World::with_bucket().await;
    for key in keys {
        root.put(key, key).await.unwrap();
    }
    root
}

/// What a listing gave: keys and common prefixes, in order.
type Seen = (Vec<String>, Vec<String>);

async fn all_pages(root: &Caller, first: api::ListObjectsV2Request) -> Seen {
    let (mut keys, mut prefixes) = (Vec::new(), Vec::new());
    let mut input = first;
    loop {
        let page = root.run::<api::ListObjectsV2>(input.clone()).await.unwrap();
        let (contents, folded) = (page.contents.unwrap(), page.common_prefixes.unwrap());
        let count = contents.len() + folded.len();
        assert!(count <= input.max_keys.unwrap_or(1000) as usize);
        assert_eq!(page.key_count, Some(count as i32));
        assert_eq!(page.is_truncated, Some(page.next_continuation_token.is_some()));
        keys.extend(contents.into_iter().filter_map(|object| object.key));
        prefixes.extend(folded.into_iter().filter_map(|prefix| prefix.prefix));
        let Some(token) = page.next_continuation_token else { return (keys, prefixes) };
        input.continuation_token = Some(token);
    }
}

async fn all_pages_v1(root: &Caller, first: api::ListObjectsRequest) -> Seen {
    let (mut keys, mut prefixes) = (Vec::new(), Vec::new());
    let mut input = first;
    loop {
        let page = root.run::<api::ListObjects>(input.clone()).await.unwrap();
        keys.extend(page.contents.unwrap().into_iter().filter_map(|object| object.key));
        prefixes.extend(page.common_prefixes.unwrap().into_iter().filter_map(|prefix| prefix.prefix));
        if page.is_truncated == Some(false) {
            return (keys, prefixes);
        }
        input.marker = page.next_marker.or_else(|| keys.last().cloned());
    }
}

/// The listing as the documentation tells it, over all keys at once.
fn model(keys: &BTreeSet<String>, prefix: &str, delimiter: &str, after: &str) -> Seen {
    let fold = |key: &str| {
        let rest = key.strip_prefix(prefix).filter(|_| !delimiter.is_empty())?;
        rest.find(delimiter).map(|at| key[..prefix.len() + at + delimiter.len()].to_owned())
    };
    let after_is_folded = fold(after).is_some_and(|folded| folded == after);
    let (mut plain, mut folded) = (Vec::new(), BTreeSet::new());
    for key in keys.iter().filter(|key| key.starts_with(prefix) && key.as_str() > after) {
        match fold(key) {
            Some(common) if after_is_folded && common == after => {}
            Some(common) => {
                folded.insert(common);
            }
            None => plain.push(key.clone()),
        }
    }
    (plain, folded.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pages_together_are_what_is_there(
        keys in prop::collection::btree_set("[ab/\u{1}\u{10ffff}]{1,5}", 0..24),
        prefix in prop_oneof![Just(String::new()), "[ab/]{0,2}"],
        delimiter in prop_oneof![Just(""), Just("/"), Just("b"), Just("a/"), Just("\u{10ffff}")],
        after in prop_oneof![Just(String::new()), "[ab/]{1,3}"],
        max_keys in 1..5,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let root = with_keys(keys.iter().map(String::as_str)).await;
            let expect = model(&keys, &prefix, delimiter, &after);
            let input = api::ListObjectsV2Request {
                prefix: Some(prefix.clone()),
                delimiter: some(delimiter),
                start_after: Some(after.clone()),
                max_keys: Some(max_keys),
                ..list()
            };
            assert_eq!(all_pages(&root, input).await, expect);
            let input = api::ListObjectsRequest {
                prefix: Some(prefix.clone()),
                delimiter: some(delimiter),
                marker: Some(after.clone()),
                max_keys: Some(max_keys),
                ..list_v1()
            };
            assert_eq!(all_pages_v1(&root, input).await, expect);
        });
    }
}

#[tokio::test]
async fn folders_fold_and_are_passed_once() {
    let keys: Vec<String> = (0..40).flat_map(|n| (0..30).map(move |m| format!("{n:02}/{m:02}"))).collect();
    let root = with_keys(keys.iter().map(String::as_str)).await;
    let input = api::ListObjectsV2Request { delimiter: some("/"), max_keys: Some(7), ..list() };
    let (plain, folded) = all_pages(&root, input).await;
    assert!(plain.is_empty());
    assert_eq!(folded, (0..40).map(|n| format!("{n:02}/")).collect::<Vec<_>>());
    let input = api::ListObjectsV2Request { delimiter: some("/"), prefix: some("07/"), ..list() };
    assert_eq!(all_pages(&root, input).await.0.len(), 30);
}

#[tokio::test]
async fn sizes_of_pages_are_bounded() {
    let root = with_keys(["a", "b"]).await;
    let sized = async |max| {
        let input = api::ListObjectsV2Request { max_keys: Some(max), ..list() };
        root.run::<api::ListObjectsV2>(input).await
    };
    let none = sized(0).await.unwrap();
    assert_eq!((none.key_count, none.is_truncated, none.max_keys), (Some(0), Some(false), Some(0)));
    assert_eq!(sized(5000).await.unwrap().max_keys, Some(1000));
    assert_eq!(code(sized(-1).await), "400 InvalidArgument");
    let input = api::ListObjectsV2Request { continuation_token: some("!"), ..list() };
    assert_eq!(code(root.run::<api::ListObjectsV2>(input).await), "400 InvalidArgument");
}

#[tokio::test]
async fn the_answer_repeats_the_question_and_encodes_it() {
    let root = with_keys(["a b/c+d", "a b/é", "z"]).await;
    let input = api::ListObjectsV2Request {
        prefix: some("a b/"),
        encoding_type: some("url"),
        fetch_owner: Some(true),
        start_after: some("a b/"),
        ..list()
    };
    let page = root.run::<api::ListObjectsV2>(input).await.unwrap();
    assert_eq!((page.prefix, page.start_after), (some("a%20b/"), some("a%20b/")));
    let contents = page.contents.unwrap();
    let keys: Vec<_> = contents.iter().filter_map(|object| object.key.as_deref()).collect();
    assert_eq!(keys, ["a%20b/c%2Bd", "a%20b/%C3%A9"]);
    let owner = s3::canonical_user("111122223333".parse().unwrap());
    assert!(contents.iter().all(|object| object.owner.as_ref().unwrap().id.as_ref() == Some(&owner)));
    let first = &contents[0];
    assert_eq!((first.size, first.storage_class.as_deref()), (Some(7), Some("STANDARD")));

    let page = root.run::<api::ListObjectsV2>(list()).await.unwrap();
    assert!(page.contents.unwrap().iter().all(|object| object.owner.is_none()));
    let page = root.run::<api::ListObjects>(list_v1()).await.unwrap();
    assert!(page.contents.unwrap().iter().all(|object| object.owner.is_some()));
}
